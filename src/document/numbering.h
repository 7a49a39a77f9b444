// Private to document/: the numbers that Word computes for paragraphs and puts in front of them.

#ifndef KAOPING_DOCUMENT_NUMBERING_H_
#define KAOPING_DOCUMENT_NUMBERING_H_

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace kaoping::document {

class Numbering {
 public:
  // The roots of the parts numbering.xml and styles.xml; without them nothing is numbered. What is
  // read is copied.
  void ReadNumbering(const pugi::xml_node& root);
  void ReadStyles(const pugi::xml_node& root);

  // The number of the next paragraph, which has these properties (w:pPr, may be null), as a reader
  // sees it in front of the text: “（二）”, "1.2". Empty if it has none or only a bullet. Counts
  // on, so paragraphs must come in their order.
  std::string Next(const pugi::xml_node& properties);

 private:
  static constexpr int kLevels = 9;
  struct Level {
    int start = 0;
    std::string format = "decimal";
    std::string text;  // “（%2）”: %2 is the number of the second level
    std::string style;
    // Starts anew after a paragraph of a level before this one (from 1); 0 for never.
    std::optional<int> restart_before;
    bool is_decimal_throughout = false;  // w:isLgl
  };
  // A list, which all that refer to it count on together.
  struct List {
    std::array<Level, kLevels> levels;
    std::array<std::optional<int>, kLevels> counts;
    std::string style_link;  // the style of numbering that stands for this list
  };
  // What paragraphs refer to: a list with some levels changed.
  struct Number {
    int list = 0;
    std::array<std::optional<int>, kLevels> starts;
    std::array<std::optional<Level>, kLevels> levels;
    std::array<bool, kLevels> has_started{};
  };
  struct Style {
    std::string based_on;
    std::optional<int> number;
    std::optional<int> level;
  };
  struct Reference {
    int number = 0;
    int level = 0;
  };

  static Level ReadLevel(const pugi::xml_node& node);
  void ReadNumber(const pugi::xml_node& node);
  std::optional<Reference> ReferenceOf(const pugi::xml_node& properties) const;
  // Fills what the style and those that it is based on say.
  void FollowStyle(const std::string& style, std::optional<int>& number,
                   std::optional<int>& level) const;
  int LevelOfStyle(int number, const std::string& style) const;
  List* ListOf(const Number& number);
  const List* ListOf(const Number& number) const;
  static const Level& LevelOf(const List& list, const Number& number, std::size_t level);
  static int StartOf(const List& list, const Number& number, std::size_t level);
  static void CountUp(List& list, Number& number, int level);
  static std::string Label(const List& list, const Number& number, int level);

  std::map<int, List> lists_;
  std::map<int, Number> numbers_;
  std::map<std::string, Style> styles_;
  std::string default_style_;
};

// `label` and `text` as they are read together: a blank between where the one would run into the
// other (1.1 and 5分), none behind a mark (一、 and 总体要求).
std::string Labelled(const std::string& label, const std::string& text);

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_NUMBERING_H_
