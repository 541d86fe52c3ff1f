#include "generator/command/colour.h"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

struct Case {
  Terminal terminal;
  Colour colour;
};

const Case kCases[] = {
    {{.is_terminal = true, .no_color = "", .term = "xterm-256color"}, Colour::Always},
    {{.is_terminal = false, .no_color = "", .term = "xterm-256color"}, Colour::Never},
    {{.is_terminal = true, .no_color = "1", .term = "xterm-256color"}, Colour::Never},
    {{.is_terminal = true, .no_color = "0", .term = "xterm-256color"}, Colour::Never},
    {{.is_terminal = true, .no_color = "", .term = "dumb"}, Colour::Never},
    {{.is_terminal = true, .no_color = "", .term = ""}, Colour::Never},
};

TEST(ColourTest, IsForTerminalsWhosePeopleWantIt) {
  for (const Case& c : kCases) {
    EXPECT_EQ(colour_on(c.terminal), c.colour)
        << c.terminal.is_terminal << c.terminal.no_color << c.terminal.term;
  }
}

TEST(ColourTest, PaintsAndStopsPainting) {
  EXPECT_EQ(painted("x", Paint::Error, Colour::Always), "\x1b[1;31mx\x1b[0m");
  EXPECT_EQ(painted("x", Paint::Error, Colour::Never), "x");
}

}  // namespace
}  // namespace gongshi
