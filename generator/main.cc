#include "generator/command/program.h"

int main(int argc, char** argv) { return gongshi::run_gongshi(argc, argv); }
