#include "common/error.hpp"
#include "wire/json_guard.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace superlink;

namespace {

bool refused(const std::string& text) {
    try {
        parseGuarded(text);
        return false;
    } catch (const Error& error) {
        return error.code() == ErrorCode::InvalidMessage;
    }
}

std::string nested(int depth) {
    return std::string(static_cast<std::size_t>(depth), '[') +
           std::string(static_cast<std::size_t>(depth), ']');
}

} // namespace

TEST_CASE("plain JSON comes through unchanged") {
    CHECK(parseGuarded(R"({"a":[1,-2,0.5,"ü",null,true]})").dump() == R"({"a":[1,-2,0.5,"ü",null,true]})");
}

TEST_CASE("what is not one JSON value is refused") {
    for (const char* text :
         {"", " ", "nonsense", "{", "[1,]", "{\"a\":1}{", "'a'", "NaN", "1e999", "// remark\n1"}) {
        INFO(text);
        CHECK(refused(text));
    }
}

TEST_CASE("nesting beyond sixteen is refused, however deep") {
    CHECK_FALSE(refused(nested(16)));
    CHECK(refused(nested(17)));
    CHECK(refused(std::string(100'000, '[')));
    CHECK(refused(nested(100'000)));
    std::string objects;
    for (int i = 0; i < 17; ++i) {
        objects += "{\"a\":";
    }
    CHECK(refused(objects + "1" + std::string(17, '}')));
}

TEST_CASE("a text beyond 16 KiB is refused, as a value and as a key") {
    const std::string fits(kMaxTextBytes, 'x');
    CHECK_FALSE(refused("[\"" + fits + "\"]"));
    CHECK(refused("[\"" + fits + "x\"]"));
    CHECK(refused("{\"" + fits + "x\":1}"));
}

TEST_CASE("a key twice in one object is refused, in two objects it is not") {
    CHECK(refused(R"({"a":1,"a":2})"));
    CHECK(refused(R"({"a":1,"\u0061":2})"));
    CHECK(refused(R"([{"b":{"a":1,"c":[],"a":2}}])"));
    CHECK_FALSE(refused(R"({"a":{"a":{"a":1}},"b":{"a":2}})"));
}

TEST_CASE("bytes that are not UTF-8 and lone surrogates are refused") {
    for (const char* text : {"\"\xff\"", "\"\xc3\"", "\"\xed\xa0\x80\"", "\"\xc0\x80\"",
                             "\"\xf5\x80\x80\x80\"", R"("\ud800")", R"("\udc00x")"}) {
        CHECK(refused(text));
    }
}

TEST_CASE("integers that would silently become doubles are refused") {
    CHECK(refused("18446744073709551616"));
    CHECK(refused("[-9223372036854775809]"));
    CHECK_FALSE(refused("9007199254740991"));
}
