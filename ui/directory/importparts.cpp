#include "importpane.h"

#include <callcard/ui/controls.h>
#include <callcard/ui/importtexts.h>
#include <callcard/ui/label.h>
#include <callcard/ui/numbertexts.h>
#include <callcard/ui/outsidetext.h>

#include <QComboBox>
#include <QGridLayout>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr qsizetype kMostShown = 50;
constexpr int kMostColumns = 60;
} // namespace

/// What each column is taken for. A person who knows better says so, and the file is read once more.
void ImportPane::buildColumns(QVBoxLayout &column)
{
    const auto &columns = m_state.report.columns;
    if (columns.isEmpty())
        return;
    static const QStringList words{QString(),        u"name"_s,      u"firstName"_s, u"lastName"_s, u"company"_s,    u"title"_s,
                                   u"phone"_s,       u"extension"_s, u"email"_s,     u"owner"_s,    u"ownerEmail"_s, u"status"_s,
                                   u"active"_s,      u"country"_s,   u"city"_s,      u"since"_s,    u"lastOrder"_s,  u"salesThisYear"_s,
                                   u"lastContact"_s, u"doNotCall"_s, u"note"_s,      u"id"_s,       u"companyId"_s,  u"accountId"_s};
    column.addSpacing(space::s);
    column.addWidget(new Label(tr("Columns"), Type::Title));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(space::l);
    grid->setVerticalSpacing(space::xs);
    grid->setColumnStretch(0, 1);
    for (int i = 0; i < std::min<int>(kMostColumns, static_cast<int>(columns.size())); ++i) {
        const ImportReport::Column &one = columns.at(i);
        const QString header = cleaned(one.header, 120);
        grid->addWidget(new Label(header, Type::Body), i, 0);
        auto *choice = new QComboBox;
        //: %1: the name of a column
        choice->setAccessibleName(tr("What %1 is").arg(header));
        for (const QString &word : words)
            choice->addItem(importField(word), word);
        if (choice->findData(one.field) < 0)
            choice->addItem(importField(one.field), one.field);
        choice->setCurrentIndex(choice->findData(one.field));
        choice->setFocusPolicy(Qt::StrongFocus); // the wheel scrolls the page
        const QString key = QString::number(i + 1);
        connect(choice, &QComboBox::activated, this, [this, choice, key] {
            const QString word = choice->currentData().toString();
            m_map.insert(key, word.isEmpty() ? u"ignore"_s : word);
            request(true);
        });
        grid->addWidget(choice, i, 1);
    }
    column.addLayout(grid);
}

void ImportPane::buildFindings(QVBoxLayout &column)
{
    const auto list = [&](const QString &title, const QList<ImportReport::Finding> &findings, qint64 all) {
        if (findings.isEmpty())
            return;
        column.addSpacing(space::s);
        column.addWidget(new Label(title, Type::Title));
        auto *grid = new QGridLayout;
        grid->setHorizontalSpacing(space::l);
        grid->setVerticalSpacing(space::xs);
        grid->setColumnStretch(1, 1);
        const int shown = static_cast<int>(std::min<qsizetype>(findings.size(), kMostShown));
        for (int i = 0; i < shown; ++i) {
            const ImportReport::Finding &one = findings.at(i);
            const QString field = cleaned(one.field, 60);
            //: %1: the number of a line in a file
            auto *line = new Label(tr("Line %1").arg(countText(one.line)), Type::Body, &Colors::textTertiary);
            grid->addWidget(line, i, 0);
            grid->addWidget(new Label(field.isEmpty() ? importReason(one.reason) : field + u": "_s + importReason(one.reason)), i, 1);
        }
        column.addLayout(grid);
        if (all > shown)
            column.addWidget(new Label(tr("and %1 more").arg(countText(all - shown)), Type::Small, &Colors::textTertiary));
    };
    list(tr("Rows refused"), m_state.report.refused, m_state.report.refusedRows);
    list(tr("Rows kept with a doubt"), m_state.report.numberProblems,
         std::max<qint64>(m_state.report.unparseable, m_state.report.numberProblems.size()));
}

} // namespace callcard::ui
