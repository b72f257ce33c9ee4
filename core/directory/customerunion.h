#pragma once

#include <callcard/customersource.h>

namespace callcard {

/// Two records of one source under one id, as exports write them for a customer with two numbers. The result does not depend on which
/// comes first.
[[nodiscard]] SourceRecord united(const SourceRecord &a, const SourceRecord &b);

/// The rule of merging. Records of two sources are one customer when one source says so, or when they are of one kind, have the same
/// name (words in any order) and share a number, extension included, or an e-mail. A name alone, or a number alone, never merges.
[[nodiscard]] bool areOneCustomer(const SourceRecord &a, const SourceRecord &b);

/// The leading record's customer with what its twins add: their numbers and e-mails, and their words where it has none.
void absorb(Customer &customer, const Customer &twin);
/// Takes away numbers (E.164 or text) and e-mails that hold no more.
void withdraw(Customer &customer, const QList<QString> &withdrawn);
void clear(Customer &customer, const ClearedTexts &texts);
/// What a linked record (the company, its sales summary) tells about somebody who is not it: never numbers or e-mails.
void fillGaps(Customer &customer, const SourceRecord &linked);

} // namespace callcard
