#include "intake/command/intake_program.h"

int main(int argc, char** argv) { return gongshi::run_intake(argc, argv); }
