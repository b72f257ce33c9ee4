#include "previewpane.h"

#include <callcard/ui/avatar.h>
#include <callcard/ui/controls.h>
#include <callcard/ui/label.h>
#include <callcard/ui/notices.h>
#include <callcard/ui/numbertexts.h>
#include <callcard/ui/outsidetext.h>
#include <callcard/ui/plaintext.h>

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace callcard::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kMostReasons = 4;

QWidget *previewRow(const PreviewRow &row)
{
    auto *line = new QWidget;
    auto *across = new QHBoxLayout(line);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(space::m);
    auto *avatar = new Avatar(size::avatarS);
    avatar->setPerson({.id = row.id, .name = row.name, .icon = {}, .photo = {}});
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(new Label(row.name, Type::BodyMedium));
    if (!row.company.isEmpty())
        texts->addWidget(new Label(row.company, Type::Small, &Colors::textSecondary));
    auto *number = new Label(numberRun(row.number), Type::Body, &Colors::textSecondary);
    number->setTabular(true);
    across->addWidget(avatar);
    across->addLayout(texts, 1);
    across->addWidget(number);
    QStringList spoken{row.name, row.company, row.number};
    spoken.removeAll(QString());
    line->setAccessibleName(spoken.join(u", "_s));
    return line;
}

} // namespace

PreviewPane::PreviewPane(QWidget *parent)
    : QWidget(parent), m_column(new QVBoxLayout(this)), m_keep(primaryButton(tr("Keep these customers")))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::m);
    QPushButton *other = quietButton(tr("Choose something else"));
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(4, 0, 4, 4); // the ring of whoever has the keyboard
    buttons->addWidget(m_keep);
    buttons->addWidget(other);
    buttons->addStretch();
    m_column->addLayout(buttons);
    connect(m_keep, &QPushButton::clicked, this, &PreviewPane::keepRequested);
    connect(other, &QPushButton::clicked, this, &PreviewPane::otherRequested);
}

void PreviewPane::setPreview(const DirectoryPreview &preview)
{
    delete m_content;
    m_content = new QWidget;
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    addRows(*column, preview.rows);
    for (const RefusedReason &reason : preview.reasons.first(std::min(kMostReasons, preview.reasons.size())))
        //: %1: how many records, %2: a sentence that says why
        column->addWidget(new PlainText(tr("%1 refused: %2").arg(countText(reason.count), reason.why)));
    if (!preview.denied.isEmpty())
        //: %1: names of collections of a database, separated by commas
        column->addWidget(new PlainText(tr("Not there, or not for you to read: %1").arg(isolated(preview.denied.join(u", "_s)))));
    m_column->insertWidget(0, m_content);
}

void PreviewPane::addRows(QVBoxLayout &column, const QList<PreviewRow> &rows) const
{
    if (rows.isEmpty())
        return;
    column.addWidget(new Label(tr("As they will be shown"), Type::SmallStrong, &Colors::textSecondary));
    auto *tile = new Tile;
    tile->setContentsMargins(0, 0, 0, 0);
    auto *inner = new QVBoxLayout(tile);
    inner->setContentsMargins(14, 10, 14, 10);
    inner->setSpacing(space::m);
    for (const PreviewRow &row : rows)
        inner->addWidget(previewRow(row));
    column.addWidget(tile);
}

void PreviewPane::focusKeep()
{
    m_keep->setFocus(Qt::OtherFocusReason);
}

} // namespace callcard::ui
