#include "directoryreport.h"

#include <callcard/ui/importtexts.h>
#include <callcard/ui/numbertexts.h>

#include <cstdio>

namespace callcard::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMostShown = 20;
constexpr qsizetype kLongestId = 200;

QString text(const Json &object, const char *key)
{
    return QString::fromStdString(object.value(key, std::string()));
}

/// An id comes from outside: nothing in it steers the terminal.
QString forTerminal(QString text)
{
    for (QChar &one : text) {
        if (!one.isPrint() && !one.isSurrogate())
            one = u'?';
    }
    return text.left(kLongestId);
}

QString counted(const Json &report, const char *key, const QString &words)
{
    return u"%1  %2"_s.arg(ui::countText(report.value(key, qint64(0))).rightJustified(11), words);
}

void addFindings(QStringList &lines, const QString &title, const Json &findings)
{
    if (findings.empty())
        return;
    lines += QString();
    lines += title;
    int shown = 0;
    for (const Json &one : findings) {
        if (shown++ == kMostShown) {
            lines += u"  and %1 more: --json lists them"_s.arg(ui::countText(static_cast<qint64>(findings.size()) - kMostShown));
            break;
        }
        const QString field = text(one, "field");
        lines += u"  line %1%2: %3"_s.arg(one.value("line", qint64(0)))
                     .arg(field.isEmpty() ? QString() : QString(u", "_s + field), ui::importReason(text(one, "reason")));
    }
}

} // namespace

QStringList importLines(const Json &report, bool dryRun)
{
    const QString preset = ui::importPreset(text(report, "preset"));
    QStringList lines;
    lines += preset.isEmpty() ? u"%1, %2"_s.arg(text(report, "format"), text(report, "encoding"))
                              : u"%1 (%2, %3)"_s.arg(preset, text(report, "format"), text(report, "encoding"));
    if (const qint64 line = report.value("resumedAt", qint64(0)); line > 0)
        lines += u"Went on from line %1 of an import that was interrupted; the figures are of the whole file."_s.arg(line);
    lines += counted(report, "rows", u"rows read"_s);
    lines += counted(report, "kept", dryRun ? u"rows can be kept"_s : u"rows kept"_s);
    lines += counted(report, "updated", u"of them known before and different now"_s);
    lines += counted(report, "removed", u"customers of the earlier import %1"_s.arg(dryRun ? u"would go"_s : u"gone"_s));
    lines += counted(report, "refusedRows", u"rows refused"_s);
    lines += counted(report, "numbers", u"numbers understood"_s);
    lines += counted(report, "unparseable", u"numbers not understood; they match only themselves"_s);
    lines += counted(report, "shared", u"numbers that belong to several customers"_s);
    if (!report.at("columns").empty()) {
        lines += QString();
        lines += u"Columns (--map COLUMN=FIELD changes one):"_s;
        for (const Json &column : report.at("columns")) {
            const QString field = text(column, "field");
            lines += u"  %1 → %2"_s.arg(text(column, "header"), field.isEmpty() ? u"not used"_s : field);
        }
    }
    addFindings(lines, u"Rows refused:"_s, report.at("refused"));
    addFindings(lines, u"Rows kept, with a doubt:"_s, report.at("numberProblems"));
    lines += QString();
    if (dryRun)
        lines += u"Nothing was changed: this was a dry run."_s;
    else if (report.value("inForce", false))
        lines += u"The directory is the new one, after %1."_s.arg(
            ui::millisecondsText(static_cast<double>(report.value("milliseconds", qint64(0)))));
    else
        lines += u"The directory is what it was: no row could be kept."_s;
    return lines;
}

QStringList refusedLines(const QList<RefusedRecords> &sources)
{
    QStringList lines;
    for (const RefusedRecords &one : sources) {
        lines += one.isKnown ? u"%1  %2 refused"_s.arg(one.source, ui::countText(one.count))
                             : u"%1  not known yet: an earlier Callcard passed over them; directory sync tells"_s.arg(one.source);
        for (const RefusedRecord &record : one.first) {
            const QString which = record.sourceId.isEmpty() ? u"record %1 of its list"_s.arg(record.place) : record.sourceId;
            lines += u"  %1: %2"_s.arg(forTerminal(which), ui::recordReason(record.reason));
        }
        if (one.count > one.first.size())
            lines += u"  and %1 more"_s.arg(ui::countText(one.count - one.first.size()));
    }
    return lines;
}

void warnOfDamage(const Directory &directory)
{
    for (const DamagedFile &damage : directory.damages()) {
        QString what;
        switch (damage.what) {
        case DamagedFile::What::Customers:
            what = u"The file of customers is damaged; sync, or import your files once more."_s;
            break;
        case DamagedFile::What::Choices:
            what = u"The file of the numbers you chose is damaged; what can be read of it is kept."_s;
            break;
        case DamagedFile::What::MadeHere:
            what = u"The file of the customers you made or changed is damaged; what can be read of it is kept."_s;
            break;
        }
        const QString where = damage.aside.isEmpty() ? u"Start Callcard once: it sets it aside."_s : u"It lies in %1."_s.arg(damage.aside);
        std::fprintf(stderr, "%s %s\n", qPrintable(what), qPrintable(where));
    }
}

} // namespace callcard::cli
