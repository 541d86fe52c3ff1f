#include "intake/command/verify_program.h"

int main(int argc, char** argv) { return gongshi::run_verify(argc, argv); }
