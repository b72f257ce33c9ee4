#include "registry.h"

#include <callcard/ui/agelabel.h>
#include <callcard/ui/avatar.h>
#include <callcard/ui/chip.h>
#include <callcard/ui/controls.h>
#include <callcard/ui/icons.h>
#include <callcard/ui/label.h>
#include <callcard/ui/notices.h>
#include <callcard/ui/spoken.h>

#include <callcard/testing/fakeclock.h>

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QRadioButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QToolButton>

using namespace callcard;
using namespace callcard::gallery;
using namespace callcard::ui;
using namespace Qt::Literals::StringLiterals;

namespace {
/// Rows of widgets on a page.
class Sheet final : public QWidget
{
public:
    Sheet()
    {
        m_column = new QVBoxLayout(this);
        m_column->setContentsMargins(24, 24, 24, 24);
        m_column->setSpacing(16);
        setAutoFillBackground(true);
        setFocusPolicy(Qt::StrongFocus); // takes it, so that no field has it by chance
        setFocus();
    }
    void row(const QString &name, std::initializer_list<QWidget *> widgets)
    {
        auto *holder = new QWidget;
        speakAsGroup(holder, name);
        auto *line = new QHBoxLayout(holder);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(12);
        auto *label = new Label(name, Type::CaptionStrong, &Colors::textTertiary);
        label->setFixedWidth(90);
        line->addWidget(label);
        for (QWidget *widget : widgets)
            line->addWidget(widget);
        line->addStretch(1);
        m_column->addWidget(holder);
    }
    void add(QWidget *widget) { m_column->addWidget(widget); }

private:
    QVBoxLayout *m_column;
};

/// Painted by a function.
class Canvas final : public QWidget
{
public:
    Canvas(int width, int height, std::function<void(QPainter &, QRect)> draw, ColorRole background = &Colors::surface)
        : m_draw(std::move(draw)), m_background(background)
    {
        setFixedSize(width, height);
        leaveUnsaid(this); // a picture of strokes
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), Theme::current().color.*m_background);
        m_draw(painter, rect());
    }

private:
    std::function<void(QPainter &, QRect)> m_draw;
    ColorRole m_background;
};

template <typename T>
T *disabled(T *widget)
{
    widget->setEnabled(false);
    return widget;
}

template <typename T>
T *checked(T *widget)
{
    widget->setChecked(true);
    return widget;
}

Person sarah()
{
    return {.id = u"northlight-1"_s, .name = u"Sarah Lindqvist"_s};
}

QWidget *buttons()
{
    auto *sheet = new Sheet;
    auto *keyed = primaryButton(QObject::tr("Open customer"), u"person"_s);
    setKeycap(keyed, u"Enter"_s);
    keyed->setAccessibleName(QObject::tr("Open customer, with its key"));
    auto *note = plainButton(QObject::tr("Note"), u"note"_s);
    note->setAccessibleName(QObject::tr("Note, with its key"));
    setKeycap(note, u"N"_s);
    auto *down = plainButton(QObject::tr("Pressed"));
    down->setDown(true);
    auto *menu = plainButton(QObject::tr("By value"));
    menu->setMenu(new QMenu(menu));
    sheet->row(u"primary"_s, {primaryButton(QObject::tr("Open customer"), u"person"_s), primaryButton(QObject::tr("Continue")), keyed,
                              disabled(primaryButton(QObject::tr("Disabled")))});
    sheet->row(u"plain"_s,
               {plainButton(QObject::tr("Note"), u"note"_s), note, plainButton(QObject::tr("Skip")), down, menu,
                framedIconButton(u"more"_s, QObject::tr("More actions")), disabled(plainButton(QObject::tr("Disabled"), u"copy"_s))});
    sheet->row(u"quiet, danger"_s, {quietButton(QObject::tr("Done"), u"check"_s), dangerButton(QObject::tr("Delete everything…")),
                                    linkButton(QObject::tr("Details"))});
    sheet->row(u"icon"_s, {iconButton(u"pin"_s, QObject::tr("Keep")), iconButton(u"close"_s, QObject::tr("Dismiss")),
                           smaller(iconButton(u"more"_s, QObject::tr("More"))), disabled(iconButton(u"sync"_s, QObject::tr("Sync")))});
    sheet->row(u"small"_s,
               {smaller(primaryButton(QObject::tr("Call"), u"phone"_s)), smaller(plainButton(QObject::tr("Test"))),
                smaller(plainButton(QObject::tr("Write"), u"mail"_s)), smaller(framedIconButton(u"more"_s, QObject::tr("More")))});
    return sheet;
}

QWidget *focusedButton()
{
    auto *sheet = new Sheet;
    auto *button = primaryButton(QObject::tr("Open customer"), u"person"_s);
    setKeycap(button, u"Enter"_s);
    sheet->row(u"focus"_s, {button, plainButton(QObject::tr("Note"), u"note"_s)});
    button->setFocus(Qt::TabFocusReason);
    return sheet;
}

QWidget *fields()
{
    auto *sheet = new Sheet;
    auto *edit = new QLineEdit(u"(416) 555-0142"_s);
    auto *placeholder = new QLineEdit;
    placeholder->setPlaceholderText(QObject::tr("Note before hello"));
    auto *combo = new QComboBox;
    combo->addItems({QObject::tr("By day"), QObject::tr("By customer")});
    auto *spin = new QSpinBox;
    spin->setValue(20);
    spin->setSuffix(u" s"_s);
    auto *search = new SearchField(QObject::tr("Number, name or line"));
    search->setMinimumWidth(240);
    auto *typed = new SearchField(QObject::tr("Search"));
    typed->setText(u"nor"_s);
    typed->setTall(true);
    auto *memo = new QPlainTextEdit(u"Freight approved at $310. Ship Monday, she calls the dock ahead."_s);
    memo->setFixedSize(300, 84);
    auto *off = new Switch(QObject::tr("Off"));
    auto *labelled = checked(new Switch(QObject::tr("Start when I sign in")));
    labelled->setText(QObject::tr("Start when I sign in"));
    auto *partly = new QCheckBox(QObject::tr("Some of them"));
    partly->setTristate(true);
    partly->setCheckState(Qt::PartiallyChecked);
    auto *segments = new SegmentedControl(QObject::tr("Kind of call"));
    for (const QString &text : {QObject::tr("All"), QObject::tr("Missed"), QObject::tr("Incoming"), QObject::tr("Outgoing")})
        segments->addSegment(text);
    segments->setCount(1, 2);
    auto *progress = new QProgressBar;
    progress->setValue(40);
    progress->setTextVisible(false);
    progress->setFixedWidth(200);
    // As on a form: each has a name of its own.
    edit->setAccessibleName(QObject::tr("Number"));
    placeholder->setAccessibleName(QObject::tr("Note"));
    combo->setAccessibleName(QObject::tr("Order"));
    spin->setAccessibleName(QObject::tr("Hide after"));
    memo->setAccessibleName(QObject::tr("Last note"));
    auto *locked = disabled(new QLineEdit(u"locked"_s));
    locked->setAccessibleName(QObject::tr("Address"));
    auto *empty = disabled(new QComboBox);
    empty->setAccessibleName(QObject::tr("Line"));
    sheet->row(u"text"_s, {edit, placeholder, locked});
    sheet->row(u"choice"_s, {combo, spin, empty});
    sheet->row(u"search"_s, {search, typed});
    sheet->row(u"memo"_s, {memo});
    sheet->row(u"check"_s, {new QCheckBox(QObject::tr("Empty")), checked(new QCheckBox(QObject::tr("Set"))), partly,
                            disabled(checked(new QCheckBox(QObject::tr("Locked box"))))});
    auto *first = new QWidget; // radio buttons of one parent exclude each other
    auto *radios = new QHBoxLayout(first);
    radios->setContentsMargins(0, 0, 0, 0);
    radios->addWidget(new QRadioButton(QObject::tr("Empty")));
    radios->addWidget(checked(new QRadioButton(QObject::tr("Chosen"))));
    sheet->row(u"radio"_s, {first, disabled(new QRadioButton(QObject::tr("Locked")))});
    sheet->row(u"switch"_s, {off, checked(new Switch(QObject::tr("On"))), disabled(checked(new Switch(QObject::tr("Locked")))), labelled});
    sheet->row(u"segments"_s, {segments});
    sheet->row(u"progress"_s, {progress});
    return sheet;
}

QWidget *focusedField()
{
    auto *sheet = new Sheet;
    auto *search = new SearchField(QObject::tr("Search"));
    search->setText(u"nor"_s);
    sheet->row(u"focus"_s, {search});
    search->setFocus();
    return sheet;
}

QWidget *chips()
{
    auto *sheet = new Sheet;
    const auto tinted = [](const QString &icon, const QString &text, std::optional<StateLook> look) {
        return new Chip({.kind = ChipKind::Tinted, .icon = icon, .text = text, .state = look});
    };
    sheet->row(u"match"_s,
               {new Chip({.icon = u"check"_s, .text = QObject::tr("Exact match")}), new Chip({.text = QObject::tr("Same e-mail")}),
                new Chip({.kind = ChipKind::Dashed, .icon = u"question"_s, .text = QObject::tr("Guess")})});
    sheet->row(u"decision"_s, {tinted(u"check"_s, QObject::tr("Card"), StateLook::Ok), tinted(u"moon"_s, QObject::tr("In the digest"), {}),
                               tinted(u"clock"_s, QObject::tr("Late"), StateLook::Warning),
                               tinted(u"error"_s, QObject::tr("Closed early"), StateLook::Error)});
    auto *chosen = checked(Chip::choice(QObject::tr("Order placed"), u"2"_s));
    chosen->setCheckedState(StateLook::Ok);
    sheet->row(u"outcome"_s, {Chip::choice(QObject::tr("Interested"), u"1"_s), chosen, Chip::choice(QObject::tr("Call again"), u"3"_s)});
    sheet->row(u"filter"_s,
               {checked(Chip::choice(QObject::tr("All"))), Chip::choice(QObject::tr("My accounts")), Chip::choice(QObject::tr("Active"))});
    sheet->row(u"keys"_s, {new Canvas(
                              260, 24,
                              [](QPainter &painter, QRect rect) {
                                  int x = 0;
                                  for (const QString &key : {u"Enter"_s, u"N"_s, u"Ctrl"_s, u"Up"_s, u"Esc"_s}) {
                                      const QSize size = keycapSize(key);
                                      drawKeycap(painter, QRect(QPoint(x, (rect.height() - size.height()) / 2), size), key);
                                      x += size.width() + 8;
                                  }
                                  const QSize pill = countPillSize(2);
                                  drawCountPill(painter, QRect(QPoint(x, 3), pill), 2);
                                  drawLineMark(painter, QPointF(x + 40, 12), 0);
                                  drawLineMark(painter, QPointF(x + 56, 12), 1);
                              },
                              &Colors::window)});
    return sheet;
}

QWidget *rings()
{
    auto *sheet = new Sheet;
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    for (const StateLook look :
         {StateLook::Ringing, StateLook::Dialling, StateLook::Active, StateLook::Held, StateLook::Missed, StateLook::Ended}) {
        auto *ring = new StateRing;
        ring->setPerson(sarah());
        ring->setState(look);
        row->addWidget(ring);
    }
    auto *tile = new Tile;
    auto *inside = new QVBoxLayout(tile);
    inside->addWidget(line);
    sheet->add(tile);
    auto *small = new QHBoxLayout;
    auto *second = new Tile;
    second->setLayout(small);
    for (const StateLook look : {StateLook::Ringing, StateLook::Held, StateLook::Missed}) {
        auto *ring = new StateRing(32);
        ring->setPerson({.id = u"3"_s, .name = u"Marcus Oyelaran"_s});
        ring->setState(look);
        ring->setBadgeShown(false);
        small->addWidget(ring);
    }
    auto *unknown = new StateRing;
    unknown->setState(StateLook::Ringing);
    unknown->setPerson({});
    small->addWidget(unknown);
    auto *withheld = new StateRing;
    withheld->setState(StateLook::Ringing);
    withheld->setPerson({.icon = u"person-hidden"_s});
    small->addWidget(withheld);
    sheet->add(second);
    return sheet;
}

QWidget *avatars()
{
    auto *sheet = new Sheet;
    const QStringList names{u"Sarah Lindqvist"_s, u"Theo Northcott"_s, u"Nora Thorne"_s, u"Øystein Ålgård"_s, u"王 小明"_s,
                            u"李小龙"_s,          u"สมชาย ใจดี"_s,      u"عمر الشريف"_s,  u"🙂 Bob"_s,       u"555-0142"_s};
    for (const int px : {size::avatarXs, size::avatarS, size::avatarM, size::avatarL, size::avatarXl}) {
        auto *row = new QHBoxLayout;
        auto *holder = new QWidget;
        holder->setLayout(row);
        row->setContentsMargins(0, 0, 0, 0);
        for (qsizetype i = 0; i < names.size(); ++i) {
            auto *avatar = new Avatar(px);
            avatar->setPerson({.id = QString::number(i), .name = names[i]});
            row->addWidget(avatar);
        }
        row->addStretch(1);
        sheet->add(holder);
    }
    return sheet;
}

QWidget *types()
{
    auto *sheet = new Sheet;
    const std::initializer_list<std::pair<const char *, Type>> all{
        {"caption 11", Type::Caption},     {"small 12", Type::Small},   {"body 13", Type::Body},
        {"body strong", Type::BodyStrong}, {"title 15", Type::Title},   {"name 17", Type::Name},
        {"page 20", Type::Page},           {"figure 24", Type::Figure}, {"figure large 32", Type::FigureLarge}};
    for (const auto &[name, type] : all)
        sheet->add(new Label(QString::fromLatin1(name) + u"  Northlight 3:42 111"_s, type));
    auto *cut = new Label(u"Oberbayerische Getränkegroßhandelsgesellschaft"_s, Type::Body, &Colors::textSecondary);
    cut->setFixedWidth(160);
    sheet->add(cut);
    return sheet;
}

QWidget *notices()
{
    auto *sheet = new Sheet;
    auto *warning = new Banner(StateLook::Warning);
    warning->setTexts(u"Karim Saleh has to sign in again."_s, u"The calls are safe with the provider and will be counted then."_s);
    warning->setButton(QObject::tr("What to do"));
    auto *error = new Banner(StateLook::Error);
    error->setTexts({}, QObject::tr("RingCentral cannot be reached. Callcard tries again by itself."));
    auto *promise = new Banner(StateLook::Held);
    promise->setLook(StateLook::Held, u"flag"_s);
    promise->setTexts(QObject::tr("Send the freight quote"), QObject::tr("promised Tue, due today"));
    sheet->add(warning);
    sheet->add(error);
    sheet->add(promise);
    static testing::FakeClock clock;
    auto *fresh = new AgeLabel(clock);
    fresh->setMoment(clock.now().addSecs(-12));
    auto *stale = new AgeLabel(clock);
    stale->setMoment(clock.now().addSecs(-1500));
    stale->setStale(true);
    sheet->row(u"age"_s, {fresh, stale});
    auto *empty = new EmptyState(u"check-circle"_s, QObject::tr("Nobody is waiting."), QObject::tr("Show all"));
    empty->setMinimumHeight(180);
    sheet->add(empty);
    auto *rows = new SkeletonRows;
    sheet->add(rows);
    rows->show();
    sheet->resize(640, 700);
    return sheet;
}

QWidget *floating()
{
    return new Canvas(
        460, 220,
        [](QPainter &painter, QRect rect) {
            const QRect body = rect.adjusted(30, 30, -30, -30);
            drawFloating(painter, body, Theme::current().color.surface);
            drawBand(painter, QRectF(body).adjusted(1, 1, -1, 0).adjusted(0, 0, 0, 37 - body.height()), StateLook::Ringing, 13);
            drawElided(painter, body.adjusted(40, 0, 0, 36 - body.height()), QObject::tr("Ringing"),
                       {.type = Type::SmallStrong, .color = Theme::current().state(StateLook::Ringing).text});
        },
        &Colors::wall);
}

QWidget *menu()
{
    auto *menu = new QMenu;
    menu->addAction(lineIcon(u"phone-end"_s), QObject::tr("Stop ringing here") + u'\n' + QObject::tr("The caller keeps hearing it ring"));
    menu->addAction(lineIcon(u"voicemail"_s),
                    QObject::tr("Send to voicemail") + u'\n' + QObject::tr("Ends the ringing for everybody in this queue"));
    menu->addSeparator();
    menu->addAction(lineIcon(u"snooze"_s), QObject::tr("Remind me…") + u"\tR"_s);
    menu->addAction(lineIcon(u"copy"_s), QObject::tr("Copy number") + u"\tC"_s);
    menu->addMenu(lineIcon(u"history"_s), QObject::tr("Recent calls"))->addAction(u"x"_s);
    QAction *last = menu->addAction(lineIcon(u"external"_s), QObject::tr("Open in CRM"));
    menu->setActiveAction(last);
    return menu;
}

QWidget *icons()
{
    const QStringList names = QDir(u":/icons"_s).entryList();
    constexpr int columns = 12;
    const int rows = static_cast<int>((names.size() + columns - 1) / columns);
    return new Canvas(columns * 56 + 16, rows * 48 + 16, [names](QPainter &painter, QRect) {
        for (qsizetype i = 0; i < names.size(); ++i) {
            const QPointF at(16 + static_cast<qreal>(i % columns) * 56, 16 + static_cast<qreal>(i / columns) * 48);
            const QString name = QString(names[i]).chopped(4);
            drawIcon(painter, QRectF(at, QSizeF(16, 16)), name, Theme::current().color.textSecondary, QGuiApplication::layoutDirection());
            drawIcon(painter, QRectF(at + QPointF(22, -2), QSizeF(20, 20)), name, Theme::current().color.text,
                     QGuiApplication::layoutDirection());
        }
    });
}

QWidget *scrolling()
{
    auto *area = new QScrollArea;
    auto *inside = new QWidget;
    inside->setFixedSize(600, 900);
    area->setWidget(inside);
    area->resize(320, 240);
    return area;
}

const State s1(u"theme/buttons"_s, buttons);
const State s2(u"theme/button-focus"_s, focusedButton);
const State s3(u"theme/fields"_s, fields);
const State s4(u"theme/field-focus"_s, focusedField);
const State s5(u"theme/chips"_s, chips);
const State s6(u"theme/rings"_s, rings);
const State s7(u"theme/avatars"_s, avatars);
const State s8(u"theme/types"_s, types);
const State s9(u"theme/notices"_s, notices);
const State s11(u"theme/floating"_s, floating);
const State s12(u"theme/menu"_s, menu, true);
const State s13(u"theme/icons"_s, icons);
const State s14(u"theme/scrolling"_s, scrolling);
} // namespace
