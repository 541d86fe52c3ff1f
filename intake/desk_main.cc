#include "intake/command/desk_program.h"

int main(int argc, char** argv) { return gongshi::run_desk(argc, argv); }
