#include "installer/files.hpp"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#include <vector>

namespace superlink::installer {
namespace {

namespace fs = std::filesystem;

std::string reason() {
    return std::strerror(errno);
}

bool isInside(const fs::path& path, const fs::path& folder) {
    const auto [endOfFolder, ignored] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
    return !folder.empty() && endOfFolder == folder.end();
}

/// Makes `path` and its missing parents for this person alone.
bool makeFolders(const fs::path& path) {
    if (::mkdir(path.c_str(), 0700) == 0) {
        return ::chmod(path.c_str(), 0700) == 0; // a umask may have taken rights from ourselves
    }
    if (errno == ENOENT && path.has_parent_path() && makeFolders(path.parent_path())) {
        return makeFolders(path);
    }
    struct stat found {};
    return ::stat(path.c_str(), &found) == 0 && S_ISDIR(found.st_mode);
}

/// Steps from `at`, which holds no link, into `name`. An empty path means that it does not exist.
fs::path step(const fs::path& at, const fs::path& name, const std::vector<fs::path>& allowed, Missing missing,
              std::string& refusal) {
    const fs::path next = at / name;
    struct stat found {};
    if (::lstat(next.c_str(), &found) != 0) {
        if (errno == ENOENT && missing == Missing::LeaveOut) {
            return {};
        }
        if (errno != ENOENT || !makeFolders(next)) {
            refusal =
                "cannot make the folder " + next.string() + " (" + reason() + "); check its parent's rights";
        }
        return next;
    }
    std::error_code failed;
    const fs::path real = S_ISLNK(found.st_mode) ? fs::canonical(next, failed) : next;
    const bool inside = std::any_of(allowed.begin(), allowed.end(),
                                    [&](const fs::path& tree) { return isInside(real, tree); });
    if (failed || !inside) {
        refusal = next.string() + " is a symbolic link that leads outside your own folders; remove it";
    } else if (!fs::is_directory(real, failed)) {
        refusal = next.string() + " is not a folder; move it away";
    }
    return real;
}

void openChecked(Folder& folder) {
    folder.descriptor =
        FileDescriptor(::open(folder.path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    struct stat found {};
    if (!folder.descriptor.isOpen() || ::fstat(folder.descriptor.get(), &found) != 0) {
        folder.refusal =
            "cannot open the folder " + folder.path.string() + " (" + reason() + "); check its rights";
    } else if (found.st_uid != ::geteuid()) {
        folder.refusal =
            folder.path.string() + " belongs to another user; run superlink as its owner, without sudo";
    } else if ((found.st_mode & S_IWOTH) != 0) {
        folder.refusal = "everybody may write to " + folder.path.string() + "; run: chmod o-w '" +
                         folder.path.string() + "'";
    }
}

std::optional<std::string> readAll(const FileDescriptor& file, std::size_t limit) {
    struct stat found {};
    if (!file.isOpen() || ::fstat(file.get(), &found) != 0 || !S_ISREG(found.st_mode)) {
        return std::nullopt;
    }
    std::string text;
    std::vector<char> piece(16 * 1024);
    while (text.size() <= limit) {
        const auto count = ::read(file.get(), piece.data(), piece.size());
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            return count == 0 ? std::optional(text) : std::nullopt;
        }
        text.append(piece.data(), static_cast<std::size_t>(count));
    }
    return std::nullopt;
}

bool writeAll(const FileDescriptor& file, std::string_view text) {
    while (!text.empty()) {
        const auto count = ::write(file.get(), text.data(), text.size());
        if (count < 0 && errno != EINTR) {
            return false;
        }
        text.remove_prefix(count > 0 ? static_cast<std::size_t>(count) : 0);
    }
    return true;
}

std::string leftoverPrefix(const std::string& name) {
    return "." + name + ".";
}

} // namespace

FileDescriptor& FileDescriptor::operator=(FileDescriptor&& other) noexcept {
    if (this != &other) {
        close();
        number_ = std::exchange(other.number_, -1);
    }
    return *this;
}

void FileDescriptor::close() {
    if (number_ >= 0) {
        ::close(number_);
        number_ = -1;
    }
}

Folder openFolder(const fs::path& base, const fs::path& below, const fs::path& home, Missing missing) {
    Folder folder;
    std::error_code failed;
    if (!fs::exists(base, failed) && missing == Missing::LeaveOut) {
        return folder;
    }
    if (!makeFolders(base)) {
        folder.refusal =
            "cannot make the folder " + base.string() + " (" + reason() + "); check its parent's rights";
        return folder;
    }
    fs::path at = fs::canonical(base, failed);
    const std::vector<fs::path> allowed{at, fs::canonical(home, failed)};
    for (const auto& name : below) {
        at = step(at, name, allowed, missing, folder.refusal);
        if (at.empty() || !folder.refusal.empty()) {
            return folder;
        }
    }
    folder.path = at;
    openChecked(folder);
    return folder;
}

std::optional<struct stat> statEntry(const Folder& folder, const std::string& name) {
    struct stat found {};
    if (::fstatat(folder.descriptor.get(), name.c_str(), &found, AT_SYMLINK_NOFOLLOW) != 0) {
        return std::nullopt;
    }
    return found;
}

std::optional<std::string> readEntry(const Folder& folder, const std::string& name, std::size_t limit) {
    const int flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
    return readAll(FileDescriptor(::openat(folder.descriptor.get(), name.c_str(), flags)), limit);
}

std::optional<std::string> readFile(const fs::path& path, std::size_t limit) {
    return readAll(FileDescriptor(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC)), limit);
}

std::string replaceEntry(const Folder& folder, const std::string& name, std::string_view text) {
    const int at = folder.descriptor.get();
    const std::string beside = leftoverPrefix(name) + std::to_string(::getpid());
    ::unlinkat(at, beside.c_str(), 0); // of a killed process that had our number; a planted link goes, unread
    FileDescriptor file(
        ::openat(at, beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!file.isOpen()) {
        return "cannot write in " + folder.path.string() + " (" + reason() + "); check its rights";
    }
    const bool written = writeAll(file, text) && ::fchmod(file.get(), 0644) == 0 && ::fsync(file.get()) == 0;
    if (!written || ::renameat(at, beside.c_str(), at, name.c_str()) != 0) {
        const std::string why = reason();
        ::unlinkat(at, beside.c_str(), 0);
        return "cannot write " + (folder.path / name).string() + " (" + why + "); the old file is as it was";
    }
    ::fsync(at); // so that the new name outlives a power cut; some file systems cannot, and say so
    return {};
}

void removeLeftovers(const Folder& folder, const std::string& name) {
    const std::string prefix = leftoverPrefix(name);
    std::error_code failed;
    std::vector<std::string> dead;
    for (auto entry = fs::directory_iterator(folder.path, failed);
         !failed && entry != fs::directory_iterator(); entry.increment(failed)) {
        const std::string found = entry->path().filename().string();
        const std::string number = found.rfind(prefix, 0) == 0 ? found.substr(prefix.size()) : "";
        const bool isNumber = !number.empty() && number.size() < 10 &&
                              number.find_first_not_of("0123456789") == std::string::npos;
        if (isNumber && ::kill(static_cast<pid_t>(std::stol(number)), 0) != 0 && errno == ESRCH) {
            dead.push_back(found);
        }
    }
    for (const auto& found : dead) {
        ::unlinkat(folder.descriptor.get(), found.c_str(), 0);
    }
}

void removeEmptyFolders(fs::path folder, const fs::path& home) {
    std::error_code failed;
    const fs::path realHome = fs::canonical(home, failed);
    while (isInside(folder, realHome) && folder != realHome && ::rmdir(folder.c_str()) == 0) {
        folder = folder.parent_path();
    }
}

} // namespace superlink::installer
