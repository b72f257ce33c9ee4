#include "wayrow.h"

#include <callcard/ui/chip.h>
#include <callcard/ui/controls.h>
#include <callcard/ui/label.h>
#include <callcard/ui/outsidetext.h>
#include <callcard/ui/paint.h>

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QTimeZone>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kWayHeight = 40;
constexpr int kWayLabelWidth = 64;
constexpr int kActionWidth = 72;
} // namespace

WayRow::WayRow(const Look &look, QWidget *parent) : QWidget(parent), m_look(look)
{
    const Theme &theme = Theme::current();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::m);
    auto *label = new Label(look.label, Type::Body, &Colors::textSecondary);
    label->setFixedWidth(theme.px(kWayLabelWidth));
    row->addWidget(label);
    auto *text = new Label(look.number ? numberRun(look.text) : look.text, look.number ? Type::BodyMedium : Type::Body,
                           look.number ? &Colors::text : &Colors::link);
    text->setTabular(look.number);
    text->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    row->addWidget(text);
    if (look.usual) {
        //: The number at which the rep usually reaches this customer
        row->addWidget(new Chip({.kind = ChipKind::Tinted, .text = tr("usually reached here")}));
    }
    if (look.learned) {
        //: The rep said that this number belongs to the customer
        row->addWidget(new Chip({.icon = u"link"_s, .text = tr("you chose this")}));
        QToolButton *undo = iconButton(u"unlink"_s, tr("Undo: %1 is not %2").arg(look.text, look.person));
        connect(undo, &QToolButton::clicked, this, &WayRow::undoRequested);
        row->addWidget(undo);
    }
    m_place = new Label({}, Type::Small, &Colors::textTertiary);
    m_place->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_place, 1);
    QToolButton *copying = iconButton(u"copy"_s, tr("Copy %1").arg(look.text));
    connect(copying, &QToolButton::clicked, this, &WayRow::copy);
    row->addWidget(copying);
    if (look.callable) {
        const QString word = look.number ? tr("Call") : tr("Write");
        const QString icon = look.number ? u"phone"_s : u"mail"_s;
        m_action = smaller(look.primary ? primaryButton(word, icon) : plainButton(word, icon));
        m_action->setMinimumWidth(theme.px(kActionWidth));
        //: %1: a person, %2: number or address
        m_action->setAccessibleName(look.number ? tr("Call %1, %2").arg(look.person, look.text)
                                                : tr("Write to %1, %2").arg(look.person, look.text));
        connect(m_action, &QPushButton::clicked, this, &WayRow::wanted);
        row->addWidget(m_action);
    } else {
        row->addSpacing(theme.px(kActionWidth) + space::m);
    }
    setMinimumHeight(theme.px(kWayHeight));
}

void WayRow::showTime(const QDateTime &now, const TimeTexts &)
{
    const QTimeZone zone(m_look.zone);
    const QString time = m_look.zone.isEmpty() || !zone.isValid() ? QString() : TimeTexts(QLocale(), zone).clock(now);
    QStringList parts{cleaned(m_look.place, 60), time};
    parts.removeAll(QString());
    m_place->setText(parts.join(u" · "_s));
}

void WayRow::copy()
{
    QGuiApplication::clipboard()->setText(m_look.copied);
}

void WayRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::current().color.surface);
}

} // namespace callcard::ui
