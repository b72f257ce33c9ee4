#include "historymodel.h"

#include "callline.h"

#include <callcard/ui/spoken.h>

#include <QSet>

#include <algorithm>

namespace callcard::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QSet<CallId> callsOf(const QList<HistoryLine> &lines)
{
    QSet<CallId> calls;
    calls.reserve(lines.size());
    for (const HistoryLine &line : lines)
        calls.insert(line.entry.call.id);
    return calls;
}

} // namespace

HistoryModel::HistoryModel(QObject *parent) : QAbstractListModel(parent)
{
    countStarts();
}

void HistoryModel::setOptions(const HistoryOptions &options)
{
    const bool otherDays = options.zone != m_options.zone;
    m_options = options;
    if (otherDays) {
        QList<LogEntry> entries;
        for (const Day &day : std::as_const(m_days))
            entries += day.entries;
        setEntries(entries);
    } else if (rowCount() > 0) {
        Q_EMIT
        dataChanged(index(0), index(rowCount() - 1));
    }
}

void HistoryModel::setToday(QDate today)
{
    if (m_today == today)
        return;
    m_today = today;
    for (qsizetype day = 0; day < m_days.size(); ++day)
        Q_EMIT
    dataChanged(index(startOf(day)), index(startOf(day)));
}

QDate HistoryModel::dateOf(const LogEntry &entry) const
{
    return entry.call.startedAt.toTimeZone(m_options.zone).date();
}

qsizetype HistoryModel::dayIndex(QDate date) const
{
    return std::lower_bound(m_days.cbegin(), m_days.cend(), date, [](const Day &day, QDate wanted) { return day.date > wanted; }) -
           m_days.cbegin();
}

int HistoryModel::startOf(qsizetype day) const
{
    return m_starts.at(day);
}

void HistoryModel::countStarts()
{
    m_starts.resize(m_days.size() + 1);
    int row = 0;
    for (qsizetype day = 0; day < m_days.size(); ++day) {
        m_starts[day] = row;
        row += static_cast<int>(m_days.at(day).lines.size());
    }
    m_starts[m_days.size()] = row;
}

void HistoryModel::setEntries(const QList<LogEntry> &entries)
{
    beginResetModel();
    m_days.clear();
    m_dayOf.clear();
    for (const LogEntry &entry : entries) {
        const QDate date = dateOf(entry);
        if (m_days.isEmpty() || m_days.last().date != date)
            m_days.append({.date = date, .entries = {}, .lines = {}});
        m_days.last().entries.append(entry);
        m_dayOf.insert(entry.call.id, date);
    }
    for (Day &day : m_days)
        day.lines = historyLines(day.date, day.entries);
    countStarts();
    endResetModel();
}

void HistoryModel::append(const QList<LogEntry> &entries)
{
    QList<QDate> touched;
    for (const LogEntry &entry : entries) {
        if (m_dayOf.contains(entry.call.id))
            continue; // it came by itself meanwhile
        const QDate date = dateOf(entry);
        const qsizetype at = dayIndex(date);
        if (at == m_days.size() || m_days.at(at).date != date) {
            m_days.insert(at, {.date = date, .entries = {}, .lines = {}});
            countStarts();
        }
        m_days[at].entries.append(entry);
        m_dayOf.insert(entry.call.id, date);
        if (touched.isEmpty() || touched.last() != date)
            touched.append(date);
    }
    for (const QDate &date : std::as_const(touched))
        refresh(dayIndex(date));
}

void HistoryModel::put(const LogEntry &entry)
{
    const QDate date = dateOf(entry);
    if (const auto before = m_dayOf.constFind(entry.call.id); before != m_dayOf.constEnd()) {
        const QDate old = *before;
        QList<LogEntry> &entries = m_days[dayIndex(old)].entries;
        const auto same = std::find_if(entries.begin(), entries.end(), [&](const LogEntry &one) { return one.call.id == entry.call.id; });
        if (old == date && same != entries.end() && same->place == entry.place) {
            *same = entry;
            refresh(dayIndex(date));
            return;
        }
        take(entry.call.id, old);
    }
    const qsizetype at = dayIndex(date);
    if (at == m_days.size() || m_days.at(at).date != date) {
        m_days.insert(at, {.date = date, .entries = {}, .lines = {}});
        countStarts();
    }
    QList<LogEntry> &entries = m_days[at].entries;
    entries.insert(std::lower_bound(entries.begin(), entries.end(), entry,
                                    [](const LogEntry &left, const LogEntry &right) { return left.place > right.place; }),
                   entry);
    m_dayOf.insert(entry.call.id, date);
    refresh(at);
}

void HistoryModel::remove(const CallId &call)
{
    if (const auto day = m_dayOf.constFind(call); day != m_dayOf.constEnd())
        take(call, QDate(*day));
}

void HistoryModel::take(const CallId &call, QDate date)
{
    m_dayOf.remove(call);
    const qsizetype day = dayIndex(date);
    m_days[day].entries.removeIf([&](const LogEntry &entry) { return entry.call.id == call; });
    refresh(day);
    if (m_days.at(day).entries.isEmpty()) {
        m_days.removeAt(day);
        countStarts();
    }
}

/// Brings the rows of a day in line with its calls. Both lists are in the order of the day, so one walk finds what differs.
void HistoryModel::refresh(qsizetype at)
{
    const QList<HistoryLine> wanted = historyLines(m_days.at(at).date, m_days.at(at).entries);
    const int start = startOf(at);
    QList<HistoryLine> &lines = m_days[at].lines;
    const QSet<CallId> stays = callsOf(wanted); // the header's id is empty, and there is one
    for (qsizetype i = lines.size() - 1; i >= 0; --i) {
        if (stays.contains(lines.at(i).entry.call.id))
            continue;
        beginRemoveRows({}, start + static_cast<int>(i), start + static_cast<int>(i));
        lines.removeAt(i);
        countStarts();
        endRemoveRows();
    }
    const QSet<CallId> there = callsOf(lines);
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        const CallId &call = wanted.at(i).entry.call.id;
        const int row = start + static_cast<int>(i);
        if (i < lines.size() && lines.at(i).entry.call.id == call) {
            if (lines.at(i) != wanted.at(i) || wanted.at(i).header) {
                lines[i] = wanted.at(i);
                Q_EMIT
                dataChanged(index(row), index(row));
            }
            continue;
        }
        if (there.contains(call)) { // it moved up: a call began earlier or later than was thought
            const auto later =
                std::find_if(lines.begin() + i, lines.end(), [&](const HistoryLine &line) { return line.entry.call.id == call; });
            const int from = start + static_cast<int>(later - lines.begin());
            beginMoveRows({}, from, from, {}, row);
            lines.move(later - lines.begin(), i);
            endMoveRows();
            lines[i] = wanted.at(i);
            Q_EMIT
            dataChanged(index(row), index(row));
            continue;
        }
        qsizetype end = i + 1; // as many at once as are new
        while (end < wanted.size() && !there.contains(wanted.at(end).entry.call.id))
            ++end;
        beginInsertRows({}, row, start + static_cast<int>(end) - 1);
        for (qsizetype next = i; next < end; ++next)
            lines.insert(next, wanted.at(next));
        countStarts();
        endInsertRows();
        i = end - 1;
    }
}

void HistoryModel::setTotals(QDate day, const LogTotals &totals)
{
    m_totals.insert(day, totals);
    const qsizetype at = dayIndex(day);
    if (at < m_days.size() && m_days.at(at).date == day)
        Q_EMIT
    dataChanged(index(startOf(at)), index(startOf(at)), {DayContextRole, Qt::AccessibleTextRole});
}

const HistoryLine *HistoryModel::lineAt(int row) const
{
    if (row < 0 || row >= m_starts.last())
        return nullptr;
    const auto next = std::upper_bound(m_starts.cbegin(), m_starts.cend(), row);
    const qsizetype day = next - m_starts.cbegin() - 1;
    return &m_days.at(day).lines.at(row - m_starts.at(day));
}

std::optional<LogEntry> HistoryModel::entryAt(const QModelIndex &index) const
{
    const HistoryLine *line = index.isValid() ? lineAt(index.row()) : nullptr;
    return line != nullptr && !line->header ? std::optional(line->entry) : std::nullopt;
}

QModelIndex HistoryModel::indexOf(const CallId &call) const
{
    const auto date = m_dayOf.constFind(call);
    if (date == m_dayOf.constEnd())
        return {};
    const qsizetype day = dayIndex(*date);
    const Day &found = m_days.at(day);
    const auto row =
        std::find_if(found.lines.begin(), found.lines.end(), [&](const HistoryLine &line) { return line.entry.call.id == call; });
    return row == found.lines.end() ? QModelIndex() : index(startOf(day) + static_cast<int>(row - found.lines.begin()));
}

qint64 HistoryModel::lastPlace() const
{
    return m_days.isEmpty() ? 0 : m_days.last().entries.last().place;
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_starts.last();
}

QString HistoryModel::contextOf(QDate day) const
{
    const auto totals = m_totals.constFind(day);
    if (totals == m_totals.constEnd())
        return {};
    QStringList parts{tr("%n call(s)", nullptr, totals->calls)};
    //: The time spent in conversations of a day
    parts.append(tr("%1 talk").arg(summedLength(totals->talk)));
    if (totals->waiting > 0)
        parts.append(tr("%n to call back", nullptr, totals->waiting));
    return parts.join(u" · "_s);
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    const HistoryLine *line = index.isValid() ? lineAt(index.row()) : nullptr;
    if (line == nullptr)
        return {};
    switch (role) {
    case IsHeaderRole:
        return line->header;
    case DayRole:
        return line->day;
    case DayTitleRole: {
        const QString name = m_options.times.day(line->day, m_today);
        const QString date = m_options.times.shortDate(line->day, m_today);
        return name == date || name.contains(date) ? name : QString(name + u", "_s + date);
    }
    case DayContextRole:
        return contextOf(line->day);
    case LineValueRole:
        return line->header ? QVariant() : QVariant::fromValue(callLine(line->entry, line->times, m_options));
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return line->header ? spokenParts({data(index, DayTitleRole).toString(), contextOf(line->day)})
                            : aloud(callLine(line->entry, line->times, m_options).spoken);
    default:
        return {};
    }
}

Qt::ItemFlags HistoryModel::flags(const QModelIndex &index) const
{
    const HistoryLine *line = index.isValid() ? lineAt(index.row()) : nullptr;
    if (line == nullptr)
        return Qt::NoItemFlags;
    return line->header ? Qt::ItemNeverHasChildren : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace callcard::ui
