#include "matcher.h"
#include "generationwriter.h"
#include "indextext.h"
#include "namelikeness.h"
#include "ranking.h"
#include "schema.h"
#include "search.h"

#include <callcard/phone.h>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMostNameGuesses = 3;
constexpr int kFewestOfABlock = 3;

/// The best way in which the customer has this number.
std::optional<Match> numberMatch(const Customer &customer, const PhoneNumber &number, const QString &extension)
{
    std::optional<Match> best;
    for (const CustomerNumber &known : customer.numbers) {
        if (known.number != number)
            continue;
        if (known.extension == extension)
            return Match{.customer = customer, .confidence = Confidence::Exact};
        if (!best || best->reasonText.isEmpty())
            best = Match{.customer = customer, .confidence = Confidence::OtherExtension, .reasonText = known.extension};
    }
    return best;
}

QList<Match> matchesOf(const QList<Customer> &customers, Confidence confidence)
{
    QList<Match> matches;
    for (const Customer &customer : customers)
        matches.append({.customer = customer, .confidence = confidence});
    return matches;
}

bool hasOrigin(const Customer &customer, const CustomerId &id)
{
    return customer.id == id || std::any_of(customer.origins.cbegin(), customer.origins.cend(), [&](const CustomerOrigin &origin) {
               return recordKey(origin.source, origin.sourceId) == id.text();
           });
}

} // namespace

Matcher::Matcher(const GenerationReader *reader, const LearnedChoices &choices, const MatchContext &context, QDateTime now)
    : m_reader(reader), m_choices(choices), m_context(context), m_now(std::move(now))
{
}

Result<WhoIs> Matcher::whoIs(const CallParty &caller) const
{
    WhoIs answer;
    if (!m_reader || isWithheldText(caller.rawNumber))
        return answer;
    if (caller.number && (m_context.ownLines.contains(*caller.number) || isFiller(*caller.number)))
        return answer;
    if (caller.number) {
        auto facts = byNumber(*caller.number, caller.extension);
        if (!facts)
            return tl::unexpected(facts.error());
        answer.facts = std::move(facts->matches);
        answer.learned = facts->learned;
    }
    const auto orElse = [&](bool asked, QList<Match> WhoIs::*where, auto find) -> Result<> {
        if (!asked || !answer.facts.isEmpty() || !answer.guesses.isEmpty())
            return {};
        auto found = find();
        if (!found)
            return tl::unexpected(found.error());
        answer.*where = ranked(*std::move(found), m_context.me, m_now);
        return {};
    };
    Result<> ok = orElse(!caller.email.isEmpty(), &WhoIs::facts, [&] { return byEmail(caller.email); });
    if (ok)
        ok = orElse(!caller.number && isLiteralText(caller.rawNumber), &WhoIs::facts, [&] { return byLiteral(caller.rawNumber); });
    if (ok)
        ok = orElse(caller.number.has_value(), &WhoIs::guesses, [&] { return bySwitchboard(*caller.number); });
    if (ok)
        ok = orElse(!caller.name.isEmpty() && !isWithheldText(caller.name), &WhoIs::guesses, [&] { return byName(caller.name); });
    if (!ok)
        return tl::unexpected(ok.error());
    return answer;
}

Result<QList<Customer>> Matcher::customersAt(const QList<qint64> &rows) const
{
    QList<Customer> customers;
    if (rows.size() > kMostSharing)
        return customers;
    for (const qint64 row : rows) {
        const auto customer = m_reader->customerAt(row);
        if (!customer)
            return tl::unexpected(customer.error());
        if (!*customer ||
            std::any_of(customers.cbegin(), customers.cend(), [&](const Customer &known) { return known.id == (*customer)->id; }))
            continue; // twins come once
        customers.append(**customer);
    }
    return customers;
}

Result<Matcher::Facts> Matcher::byNumber(const PhoneNumber &number, const QString &extension) const
{
    const auto rows = m_reader->withNumber(number);
    if (!rows)
        return tl::unexpected(rows.error());
    const auto customers = customersAt(*rows);
    if (!customers)
        return tl::unexpected(customers.error());
    Facts facts;
    for (const Customer &customer : *customers) {
        if (auto match = numberMatch(customer, number, extension))
            facts.matches.append(*std::move(match));
    }
    facts.matches = ranked(std::move(facts.matches), m_context.me, m_now);
    if (const Result<> applied = applyChoice(facts, number); !applied)
        return tl::unexpected(applied.error());
    return facts;
}

Result<> Matcher::applyChoice(Facts &facts, const PhoneNumber &number) const
{
    const auto choice = m_choices.of(number);
    if (!choice)
        return tl::unexpected(choice.error());
    if (!*choice)
        return {};
    const CustomerId &id = (*choice)->customer;
    const auto known =
        std::find_if(facts.matches.begin(), facts.matches.end(), [&](const Match &match) { return hasOrigin(match.customer, id); });
    Match picked{.confidence = Confidence::Exact, .reason = RankReason::PickedLastTime, .reasonTime = (*choice)->at};
    if (known != facts.matches.end()) {
        picked.confidence = known->confidence;
        picked.customer = known->customer;
        facts.matches.erase(known);
    } else {
        // Linked by the rep: the number stands in no source.
        const auto row = m_reader->rowOf(id.text());
        if (!row)
            return tl::unexpected(row.error());
        const auto customer = *row ? m_reader->customerAt(**row) : Result<std::optional<Customer>>(std::nullopt);
        if (!customer)
            return tl::unexpected(customer.error());
        if (!*customer)
            return {}; // deleted since; the choice waits in case it comes back
        picked.customer = **customer;
    }
    facts.matches.prepend(picked);
    facts.learned = true;
    return {};
}

Result<QList<Match>> Matcher::byEmail(const QString &email) const
{
    const auto rows = m_reader->withAlias(emailHash(email));
    if (!rows)
        return tl::unexpected(rows.error());
    auto customers = customersAt(*rows);
    if (!customers)
        return tl::unexpected(customers.error());
    customers->removeIf([&](const Customer &customer) {
        return std::none_of(customer.emails.cbegin(), customer.emails.cend(),
                            [&](const QString &known) { return emailForm(known) == emailForm(email); });
    });
    return matchesOf(*customers, Confidence::Email);
}

Result<QList<Match>> Matcher::byLiteral(const QString &text) const
{
    const auto rows = m_reader->withAlias(literalHash(text));
    if (!rows)
        return tl::unexpected(rows.error());
    auto customers = customersAt(*rows);
    if (!customers)
        return tl::unexpected(customers.error());
    customers->removeIf([&](const Customer &customer) {
        return std::none_of(customer.numbers.cbegin(), customer.numbers.cend(),
                            [&](const CustomerNumber &known) { return !known.number && known.text.trimmed() == text.trimmed(); });
    });
    return matchesOf(*customers, Confidence::Literal);
}

Result<QList<Match>> Matcher::bySwitchboard(const PhoneNumber &number) const
{
    const auto rows = m_reader->block(number);
    if (!rows)
        return tl::unexpected(rows.error());
    QSet<qint64> numbers;
    for (const auto &row : *rows)
        numbers.insert(row.e164);
    // The reader stops at the first row of somebody else, so the last one tells whether there is one.
    if (numbers.size() < kFewestOfABlock || rows->constLast().company == 0 || rows->constLast().company != rows->constFirst().company)
        return QList<Match>{};

    std::optional<Customer> company;
    QString key;
    for (const auto &row : *rows) {
        const auto record = m_reader->recordAt(row.record);
        if (!record)
            return tl::unexpected(record.error());
        if (!*record)
            return QList<Match>{};
        const Customer &member = (*record)->customer;
        if (key.isEmpty()) {
            key = companyKeyOf(member);
            company = Customer{.kind = CustomerKind::Company, .name = member.kind == CustomerKind::Company ? member.name : member.company};
        } else if (key != companyKeyOf(member)) {
            return QList<Match>{}; // one hash, two companies
        }
        if (member.kind == CustomerKind::Company || !company->id.isEmpty())
            continue;
        for (const QString &link : (*record)->completedBy) {
            const auto linkedRow = m_reader->rowOf(link);
            if (!linkedRow)
                return tl::unexpected(linkedRow.error());
            const auto linked = *linkedRow ? m_reader->customerAt(**linkedRow) : Result<std::optional<Customer>>(std::nullopt);
            if (!linked)
                return tl::unexpected(linked.error());
            if (*linked && (*linked)->kind == CustomerKind::Company && companyKeyOf(**linked) == key)
                company = **linked;
        }
    }
    for (const auto &row : *rows) {
        if (!company->id.isEmpty())
            break;
        const auto customer = m_reader->customerAt(row.record);
        if (!customer)
            return tl::unexpected(customer.error());
        if (*customer && (*customer)->kind == CustomerKind::Company)
            company = **customer;
    }
    return QList<Match>{{.customer = *company, .confidence = Confidence::Switchboard}};
}

Result<QList<Match>> Matcher::byName(const QString &name) const
{
    // One word is too little: "Wireless", "Toronto", a first name.
    if (wordsOf(name).size() < 2)
        return QList<Match>{};
    const auto candidates = Search(*m_reader, m_context).byWords(wordsOf(name), 64);
    if (!candidates)
        return tl::unexpected(candidates.error());
    QList<Match> matches;
    for (const Customer &customer : *candidates) {
        if (areLikeNames(name, customer.name) || (!customer.company.isEmpty() && companyKey(name) == companyKey(customer.company)))
            matches.append({.customer = customer, .confidence = Confidence::Name});
    }
    // A name that many have says nothing about who this is.
    return matches.size() > kMostNameGuesses ? QList<Match>{} : matches;
}

} // namespace callcard
