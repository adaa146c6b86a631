#include "common/paths.hpp"

#include "common/error.hpp"

#include <cstdlib>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

namespace superlink {
namespace {

std::filesystem::path baseFolder(const char* variable, const char* belowHome) {
    if (const char* value = std::getenv(variable); value != nullptr && value[0] == '/') {
        return value;
    }
    if (const char* home = std::getenv("HOME"); home != nullptr && home[0] == '/') {
        return std::filesystem::path(home) / belowHome;
    }
    throw Error(ErrorCode::NotFound,
                std::string("neither ") + variable + " nor HOME names a folder; set HOME");
}

} // namespace

std::filesystem::path dataFolder() {
    return baseFolder("XDG_DATA_HOME", ".local/share") / "superlink";
}

std::filesystem::path logFolder() {
    return baseFolder("XDG_STATE_HOME", ".local/state") / "superlink" / "log";
}

void makePrivateFolder(const std::filesystem::path& folder) {
    std::error_code ignored; // the lstat below tells what stands there in the end
    if (folder.has_parent_path() && !std::filesystem::exists(folder.parent_path(), ignored)) {
        makePrivateFolder(folder.parent_path());
    }
    if (::mkdir(folder.c_str(), 0700) == 0) {
        ::chmod(folder.c_str(), 0700); // a umask may have taken rights from ourselves
        return;
    }
    struct stat found {};
    if (::lstat(folder.c_str(), &found) != 0) {
        throw Error(ErrorCode::StorageFailed,
                    "cannot make the folder " + folder.string() + "; check its parent");
    }
    if (!S_ISDIR(found.st_mode)) {
        throw Error(ErrorCode::StorageFailed, folder.string() + " is not a folder; move it away");
    }
    if (found.st_uid != ::geteuid()) {
        throw Error(ErrorCode::StorageFailed,
                    folder.string() + " belongs to another user; remove it or set HOME");
    }
    if ((found.st_mode & 0777) != 0700 && ::chmod(folder.c_str(), 0700) != 0) {
        throw Error(ErrorCode::StorageFailed, "cannot close " + folder.string() + " to others; chmod 700 it");
    }
}

} // namespace superlink
