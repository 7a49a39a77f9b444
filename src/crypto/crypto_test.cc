#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "base/check.h"
#include "crypto/digest.h"
#include "crypto/hex.h"
#include "crypto/password.h"
#include "crypto/random.h"

namespace kaoping::crypto {
namespace {

// The two messages of FIPS 180-4's examples, and the empty one.
TEST(Sha256, KnownAnswers) {
  EXPECT_EQ(Sha256Hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(Sha256Hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(Sha256Hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST(Sha256, CountsBytesAfterNul) {
  EXPECT_NE(Sha256Hex(std::string_view("a\0b", 3)), Sha256Hex(std::string_view("a\0c", 3)));
}

TEST(RunningDigest, OfPiecesIsThatOfTheWhole) {
  RunningDigest digest(RunningDigest::Algorithm::kSha256);
  digest.Add("a");
  digest.Add("");
  digest.Add("bc");
  EXPECT_EQ(digest.FinishHex(), Sha256Hex("abc"));
}

// The example of GM/T 0004.
TEST(RunningDigest, KnowsSm3) {
  RunningDigest digest(RunningDigest::Algorithm::kSm3);
  digest.Add("abc");
  EXPECT_EQ(digest.FinishHex(), "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
}

TEST(Hex, KeepsLeadingZeros) {
  const std::array<std::uint8_t, 3> bytes = {0x00, 0x0f, 0xff};
  EXPECT_EQ(ToHex(bytes), "000fff");
}

TEST(EqualInConstantTime, IsEquality) {
  EXPECT_TRUE(EqualInConstantTime("", ""));
  EXPECT_TRUE(EqualInConstantTime("token", "token"));
  EXPECT_FALSE(EqualInConstantTime("token", "tokem"));
  EXPECT_FALSE(EqualInConstantTime("token", "toke"));
}

TEST(RandomBytes, DifferEachTime) {
  std::set<std::string> seen;
  for (int i = 0; i < 100; ++i) seen.insert(ToHex(RandomBytes(32)));
  EXPECT_EQ(seen.size(), 100U);
  EXPECT_EQ(seen.begin()->size(), 64U);
}

TEST(RandomBelow, StaysBelowAndReachesAll) {
  std::set<std::uint32_t> seen;
  for (int i = 0; i < 1000; ++i) seen.insert(RandomBelow(5));
  EXPECT_EQ(seen, (std::set<std::uint32_t>{0, 1, 2, 3, 4}));
  EXPECT_THROW(RandomBelow(0), InternalError);
}

TEST(HashPassword, VerifiesItsOwnPasswordOnly) {
  const std::string hash = HashPassword("correct horse");
  EXPECT_TRUE(VerifyPassword(hash, "correct horse"));
  EXPECT_FALSE(VerifyPassword(hash, "correct hors"));
  EXPECT_FALSE(VerifyPassword(hash, ""));
}

TEST(HashPassword, IsArgon2idWithTheStatedCostAndFreshSalt) {
  const std::string hash = HashPassword("correct horse");
  EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$")) << hash;
  EXPECT_NE(hash, HashPassword("correct horse"));
}

// Made by the argon2 reference program, so not by the library under test:
//   echo -n password | argon2 somesaltSOMESALT -id -t 2 -k 19456 -p 1 -e
TEST(VerifyPassword, KnownAnswer) {
  constexpr std::string_view kHash =
      "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRTT01FU0FMVA$DkdiWnw7T03ffprnn4mlDkd3/"
      "sCJ7cwkgD7pdNvv6t8";
  EXPECT_TRUE(VerifyPassword(kHash, "password"));
  EXPECT_FALSE(VerifyPassword(kHash, "Password"));
}

TEST(VerifyPassword, UnreadableHashIsNobodys) {
  EXPECT_FALSE(VerifyPassword("", "password"));
  EXPECT_FALSE(VerifyPassword("$argon2id$v=19$", "password"));
  EXPECT_FALSE(VerifyPassword(std::string(4096, 'x'), "password"));
  EXPECT_FALSE(VerifyPassword(HashPassword("x"), std::string(kLongestPassword + 1, 'x')));
}

TEST(MakeOneTimePassword, IsReadableAndNeverTheSame) {
  std::set<std::string> seen;
  for (int i = 0; i < 500; ++i) {
    const std::string password = MakeOneTimePassword();
    EXPECT_EQ(password.size(), 16U);
    EXPECT_EQ(password.find_first_of("0O1Il"), std::string::npos) << password;
    EXPECT_NE(password.find_first_of("ABCDEFGHJKLMNPQRSTUVWXYZ"), std::string::npos);
    EXPECT_NE(password.find_first_of("abcdefghijkmnopqrstuvwxyz"), std::string::npos);
    EXPECT_NE(password.find_first_of("23456789"), std::string::npos);
    seen.insert(password);
  }
  EXPECT_EQ(seen.size(), 500U);
}

}  // namespace
}  // namespace kaoping::crypto
