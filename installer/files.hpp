#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <utility>

namespace superlink::installer {

/// Careful file work for folders in which browsers believe what they read. A manifest names a program that
/// the browser will start, so whoever can redirect our write can have their program started: links are never
/// followed out of the person's own folders, files are replaced as a whole or not at all, and nothing is made
/// with more rights than it needs, whatever the umask. Failures that concern one folder alone are returned as
/// a sentence, so that one bad folder does not stop the others.

/// Closes what it holds.
class FileDescriptor {
  public:
    FileDescriptor() = default;
    explicit FileDescriptor(int number) : number_(number) {}
    FileDescriptor(FileDescriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    FileDescriptor& operator=(FileDescriptor&& other) noexcept;
    FileDescriptor(const FileDescriptor&) = delete;
    FileDescriptor& operator=(const FileDescriptor&) = delete;
    ~FileDescriptor() { close(); }

    int get() const { return number_; }
    bool isOpen() const { return number_ >= 0; }
    void close();

  private:
    int number_ = -1;
};

/// An opened folder, or why it is not: `refusal` holds a sentence; neither means that it does not exist.
struct Folder {
    FileDescriptor descriptor;
    std::filesystem::path path; ///< without links
    std::string refusal;
};

enum class Missing { Make, LeaveOut };

/// Opens `base/below`. Links inside `below` are followed only to folders inside `home` or `base`; missing
/// folders are made 0700. Refused: a folder of somebody else, one that everybody may write to, a link that
/// leads outside, something that is no folder.
Folder openFolder(const std::filesystem::path& base, const std::filesystem::path& below,
                  const std::filesystem::path& home, Missing missing);

/// What stands at `name` in the folder, itself and not what a link leads to; nullopt when nothing does.
std::optional<struct stat> statEntry(const Folder& folder, const std::string& name);

/// The text of a regular file of at most `limit` bytes, or nullopt when it is none, is larger or unreadable.
/// Does not follow a link at `name`, does not wait for a pipe's writer.
std::optional<std::string> readEntry(const Folder& folder, const std::string& name, std::size_t limit);

/// The same for a path, following links, as browsers do.
std::optional<std::string> readFile(const std::filesystem::path& path, std::size_t limit);

/// Replaces `name` with `text`, mode 0644: written beside, made durable, renamed. A process that is killed at
/// any step leaves the old file or the new one. Returns an empty string, or why it could not be done.
std::string replaceEntry(const Folder& folder, const std::string& name, std::string_view text);

/// Removes what killed processes left beside `name`; files of processes still running are theirs.
void removeLeftovers(const Folder& folder, const std::string& name);

/// Removes `folder` and then its parents as long as they are empty, strictly inside `home`.
void removeEmptyFolders(std::filesystem::path folder, const std::filesystem::path& home);

} // namespace superlink::installer
