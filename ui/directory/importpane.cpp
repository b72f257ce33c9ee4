#include "importpane.h"
#include "progressline.h"

#include <callcard/clock.h>
#include <callcard/ui/controls.h>
#include <callcard/ui/errortexts.h>
#include <callcard/ui/icons.h>
#include <callcard/ui/importtexts.h>
#include <callcard/ui/label.h>
#include <callcard/ui/notices.h>
#include <callcard/ui/numbertexts.h>
#include <callcard/ui/outsidetext.h>
#include <callcard/ui/paint.h>

#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

ImportPane::ImportPane(const Clock &clock, QWidget *parent) : QWidget(parent), m_clock(clock), m_scroll(new QScrollArea)
{
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_scroll);
}

void ImportPane::setState(const ImportState &state)
{
    const bool sameStep =
        state.phase == m_state.phase && state.file == m_state.file && state.progress.resumedAt == m_state.progress.resumedAt;
    if (state.file != m_state.file)
        m_map.clear();
    m_state = state;
    // Progress comes ten times a second: only the line moves.
    if (sameStep && m_line)
        m_line->setPart(state.progress.part);
    else
        build();
}

void ImportPane::build()
{
    m_line = nullptr;
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(28, space::xl, 28, space::xl);
    column->setSpacing(space::m);
    switch (m_state.phase) {
    case ImportState::Phase::None:
        break;
    case ImportState::Phase::Reading:
    case ImportState::Phase::Keeping:
        buildProgress(*column);
        break;
    case ImportState::Phase::Report:
    case ImportState::Phase::Kept:
        buildReport(*column);
        break;
    case ImportState::Phase::Failed:
        buildFailure(*column);
        break;
    }
    column->addStretch();
    if (QWidget *old = m_scroll->takeWidget()) {
        old->hide();
        old->deleteLater(); // it may be in the middle of a click
    }
    m_scroll->setWidget(page);
    page->setAutoFillBackground(false);
}

void ImportPane::buildProgress(QVBoxLayout &column)
{
    const QString name = cleaned(QFileInfo(m_state.file).fileName(), 120);
    const bool keeping = m_state.phase == ImportState::Phase::Keeping;
    column.addWidget(new Label(keeping ? tr("Importing %1").arg(name) : tr("Reading %1").arg(name), Type::Page));
    column.addWidget(new Label(tr("The directory stays as it is until everything is there. Calls are matched all the while."), Type::Body,
                               &Colors::textSecondary));
    if (m_state.progress.resumedAt > 0) {
        //: %1: the number of a line in a file
        column.addWidget(new Label(tr("It goes on from line %1, where it was interrupted.").arg(countText(m_state.progress.resumedAt)),
                                   Type::Body, &Colors::textSecondary));
    }
    m_line = new ProgressLine;
    m_line->setPart(m_state.progress.part);
    column.addWidget(m_line);
    QPushButton *cancel = plainButton(tr("Cancel"));
    connect(cancel, &QPushButton::clicked, this, &ImportPane::cancelled);
    column.addWidget(cancel, 0, Qt::AlignLeading);
}

void ImportPane::addFigure(QVBoxLayout &column, qint64 count, const QString &text, const QString &icon)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::m);
    auto *figure = new Label(countText(count), Type::BodyStrong);
    figure->setTabular(true);
    figure->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    figure->setFixedWidth(Theme::current().px(84));
    row->addWidget(figure);
    auto *label = new Label(text, Type::Body, &Colors::text);
    if (!icon.isEmpty() && count > 0)
        label->setState(StateLook::Warning);
    row->addWidget(label, 1);
    column.addLayout(row);
}

void ImportPane::buildReport(QVBoxLayout &column)
{
    const ImportReport &report = m_state.report;
    const bool kept = m_state.phase == ImportState::Phase::Kept;
    const QString name = cleaned(QFileInfo(m_state.file).fileName(), 120);
    column.addWidget(new Label(kept ? tr("%1 is imported").arg(name) : tr("What is in %1").arg(name), Type::Page));
    QStringList kind;
    if (!report.preset.isEmpty())
        kind += importPreset(report.preset);
    kind += report.format == "vcard"_L1 ? tr("vCards") : tr("A table");
    kind += report.encoding.toUpper();
    column.addWidget(new Label(kind.join(u" · "_s), Type::Body, &Colors::textSecondary));
    if (!kept && report.kept == 0) {
        auto *banner = new Banner(StateLook::Error);
        banner->setTexts(tr("Nothing of this file can be used."), tr("Say below what its columns are, or choose another file."));
        column.addWidget(banner);
    }
    auto *tile = new Tile;
    auto *figures = new QVBoxLayout(tile);
    figures->setContentsMargins(space::l, space::m, space::l, space::m);
    figures->setSpacing(space::xs);
    addFigure(*figures, report.rows, tr("rows read"));
    addFigure(*figures, report.kept, kept ? tr("rows are in the directory") : tr("rows can be kept"));
    if (report.updated > 0)
        addFigure(*figures, report.updated, tr("of them were here already and are different now"));
    if (report.removed > 0)
        addFigure(*figures, report.removed,
                  kept ? tr("customers of the earlier import are gone") : tr("customers of the earlier import would go"), u"warning"_s);
    addFigure(*figures, report.numbers, tr("numbers understood"));
    if (report.unparseable > 0)
        addFigure(*figures, report.unparseable, tr("numbers not understood; they match only themselves"), u"warning"_s);
    if (report.shared > 0)
        addFigure(*figures, report.shared, tr("numbers that belong to several customers"));
    if (report.refusedRows > 0)
        addFigure(*figures, report.refusedRows, tr("rows refused"), u"warning"_s);
    column.addWidget(tile);

    auto *buttons = new QHBoxLayout;
    if (kept) {
        QPushButton *close = primaryButton(tr("Show the customers"));
        connect(close, &QPushButton::clicked, this, &ImportPane::closed);
        buttons->addWidget(close);
    } else {
        QPushButton *keep = primaryButton(tr("Import %1 rows").arg(countText(report.kept)), u"import"_s);
        keep->setEnabled(report.kept > 0);
        connect(keep, &QPushButton::clicked, this, [this] { request(false); });
        buttons->addWidget(keep);
        QPushButton *cancel = plainButton(tr("Leave the directory as it is"));
        connect(cancel, &QPushButton::clicked, this, &ImportPane::closed);
        buttons->addWidget(cancel);
    }
    buttons->addStretch();
    column.addLayout(buttons);
    if (!kept)
        buildColumns(column);
    buildFindings(column);
}

void ImportPane::buildFailure(QVBoxLayout &column)
{
    const QString name = cleaned(QFileInfo(m_state.file).fileName(), 120);
    column.addWidget(new Label(tr("%1 was not imported").arg(name), Type::Page));
    auto *banner = new Banner(StateLook::Error);
    if (m_state.error) {
        const ErrorText text = errorText(*m_state.error, {}, m_clock.now(), m_options.times);
        banner->setTexts(text.happened, text.remedy);
    }
    column.addWidget(banner);
    column.addWidget(new Label(tr("The directory is what it was."), Type::Body, &Colors::textSecondary));
    QPushButton *close = plainButton(tr("Close"));
    connect(close, &QPushButton::clicked, this, &ImportPane::closed);
    column.addWidget(close, 0, Qt::AlignLeading);
}

void ImportPane::request(bool dryRun)
{
    Q_EMIT
    requested({.file = m_state.file, .region = m_options.homeRegion, .map = m_map, .dryRun = dryRun});
}

void ImportPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (m_state.phase == ImportState::Phase::Reading || m_state.phase == ImportState::Phase::Keeping)
        Q_EMIT
    cancelled();
    else Q_EMIT
    closed();
}

void ImportPane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::current().color.surface);
}

} // namespace callcard::ui
