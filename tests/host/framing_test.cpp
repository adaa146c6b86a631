#include "wire/framing.hpp"

#include <catch2/catch.hpp>

#include <cstring>

using namespace superlink;

namespace {

std::string lengthOnly(std::uint32_t length) {
    std::string bytes(4, '\0');
    std::memcpy(bytes.data(), &length, 4);
    return bytes;
}

std::vector<std::string> messagesOf(FrameReader& reader) {
    std::vector<std::string> messages;
    while (auto message = reader.next()) {
        messages.push_back(*message);
    }
    return messages;
}

} // namespace

TEST_CASE("a message survives being cut at every position") {
    const std::string bytes = frame(R"({"id":1})") + frame("") + frame("second");
    for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
        FrameReader reader;
        reader.append(bytes.data(), cut);
        auto messages = messagesOf(reader);
        reader.append(bytes.data() + cut, bytes.size() - cut);
        for (auto& message : messagesOf(reader)) {
            messages.push_back(message);
        }
        INFO("cut at " << cut);
        CHECK(messages == std::vector<std::string>{R"({"id":1})", "", "second"});
        CHECK_FALSE(reader.insideFrame());
    }
}

TEST_CASE("messages come through one byte at a time") {
    const std::string bytes = frame("one") + frame("two");
    FrameReader reader;
    std::vector<std::string> messages;
    for (const char byte : bytes) {
        reader.append(&byte, 1);
        while (auto message = reader.next()) {
            messages.push_back(*message);
        }
    }
    CHECK(messages == std::vector<std::string>{"one", "two"});
}

TEST_CASE("ten thousand messages in one read all come out") {
    std::string bytes;
    for (int i = 0; i < 10'000; ++i) {
        bytes += frame(std::to_string(i));
    }
    FrameReader reader;
    reader.append(bytes.data(), bytes.size());
    const auto messages = messagesOf(reader);
    REQUIRE(messages.size() == 10'000);
    CHECK(messages.front() == "0");
    CHECK(messages.back() == "9999");
}

TEST_CASE("a message of exactly the limit passes") {
    const std::string bytes = frame(std::string(kMaxMessageBytes, 'x'));
    FrameReader reader;
    reader.append(bytes.data(), bytes.size());
    const auto message = reader.next();
    REQUIRE(message);
    CHECK(message->size() == kMaxMessageBytes);
    CHECK_FALSE(reader.tooLarge());
}

TEST_CASE("a length beyond the limit is refused before its bytes come") {
    for (const std::uint32_t length : {static_cast<std::uint32_t>(kMaxMessageBytes + 1), 0xFFFFFFFFU}) {
        FrameReader reader;
        const std::string bytes = lengthOnly(length);
        reader.append(bytes.data(), bytes.size());
        CHECK_FALSE(reader.next());
        CHECK(reader.tooLarge() == length);
    }
}

TEST_CASE("the reader knows whether input stopped inside a message") {
    FrameReader reader;
    CHECK_FALSE(reader.insideFrame());
    const std::string bytes = frame("cut off");
    reader.append(bytes.data(), 2);
    CHECK_FALSE(reader.next());
    CHECK(reader.insideFrame());
    reader.append(bytes.data() + 2, bytes.size() - 3);
    CHECK_FALSE(reader.next());
    CHECK(reader.insideFrame());
}
