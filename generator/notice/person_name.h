// Whether two names, as people of the office wrote them, are one person's. Everything that asks for
// two persons, or keeps one out, asks here.
#ifndef GENERATOR_NOTICE_PERSON_NAME_H_
#define GENERATOR_NOTICE_PERSON_NAME_H_

#include <string_view>

namespace gongshi {

// They are when they read alike (folded_text.h): "张 三" and "张三" are one, "ＬＩ" and "li", and a
// name inside which the dot is another dot. Names without a letter are one when they are the same
// bytes. Two persons of one name are one here: an office adds a unit or a number to tell them
// apart.
bool is_same_person(std::string_view one, std::string_view other);

}  // namespace gongshi

#endif  // GENERATOR_NOTICE_PERSON_NAME_H_
