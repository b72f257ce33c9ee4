#include "customerwords.h"
#include "eventrow.h"
#include "recordpane.h"
#include "wayrow.h"

#include <callcard/clock.h>
#include <callcard/phone.h>
#include <callcard/ui/controls.h>
#include <callcard/ui/label.h>
#include <callcard/ui/notices.h>
#include <callcard/ui/numbertexts.h>
#include <callcard/ui/outsidetext.h>
#include <callcard/ui/paint.h>
#include <callcard/ui/plaintext.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kMostEvents = 50;
constexpr int kSectionHeight = 32;

/// A heading over a hairline.
class SectionHead final : public QWidget
{
public:
    SectionHead(const QString &title, QWidget *atEnd)
    {
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 4);
        row->addWidget(new Label(title, Type::BodyStrong), 1);
        if (atEnd)
            row->addWidget(atEnd);
        setMinimumHeight(Theme::current().px(kSectionHeight));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(QRect(0, height() - 1, width(), 1), Theme::current().color.border);
    }
};
} // namespace

void RecordPane::addSection(QVBoxLayout &column, const QString &title, QWidget *atEnd)
{
    column.addWidget(new SectionHead(title, atEnd));
    column.addSpacing(space::xs);
}

void RecordPane::buildLinking(QVBoxLayout &column)
{
    if (!m_linking)
        return;
    auto *banner = new Banner(StateLook::Held);
    banner->setLook(StateLook::Held, u"link"_s);
    //: %1: a phone number
    banner->setTexts(tr("Whose number is %1?").arg(numberRun(numberText(*m_linking, m_options.homeRegion))),
                     tr("It is matched to the customer you link it to from now on."));
    banner->setButton(tr("Link"));
    connect(banner, &Banner::buttonClicked, this, [this, number = *m_linking, id = m_record->customer.id] {
        Q_EMIT
        linkRequested(number, id);
    });
    column.addWidget(banner);
    column.addSpacing(space::l);
}

void RecordPane::buildPromise(QVBoxLayout &column)
{
    if (!m_record->promise || m_record->promise->done)
        return;
    const Promise &promise = *m_record->promise;
    auto *banner = new Banner(StateLook::Held);
    banner->setLook(StateLook::Held, u"flag"_s);
    const QDate today = m_clock.now().toTimeZone(m_options.zone).date();
    QString due;
    if (promise.due.isValid())
        //: %1: a day
        due = promise.due == today  ? tr("due today")
              : promise.due < today ? tr("was due %1").arg(m_options.times.day(promise.due, today))
                                    : tr("due %1").arg(m_options.times.day(promise.due, today));
    banner->setTexts(cleaned(promise.text, 300), due);
    banner->setButton(tr("Done"));
    connect(banner, &Banner::buttonClicked, this, [this, id = promise.id] {
        Q_EMIT
        promiseDone(id);
    });
    column.addWidget(banner);
    column.addSpacing(space::l);
}

void RecordPane::buildWays(QVBoxLayout &column)
{
    const Customer &customer = m_record->customer;
    if (customer.numbers.isEmpty() && customer.emails.isEmpty())
        return;
    addSection(column, tr("Numbers and e-mail"));
    const auto main = mainNumber(customer, m_record->usualNumber);
    const QString language = QLocale().name().section(u'_', 0, 0);
    for (const CustomerNumber &number : customer.numbers) {
        WayRow::Look look{.label = labelText(number.label),
                          .text = numberText(number, m_options.homeRegion),
                          .copied = number.number ? number.number->e164() : number.text,
                          .person = displayName(customer),
                          .number = true};
        if (number.number) {
            const PhonePlace place = placeOf(*number.number, language);
            look.place = place.text;
            look.zone = localTimeAt(place, m_clock.now()) ? place.zones.value(0) : QByteArray();
            look.callable = m_options.canCall;
            look.primary = main && *main == number;
            look.usual = number.number == m_record->usualNumber;
            look.learned = std::any_of(m_record->learned.cbegin(), m_record->learned.cend(),
                                       [&](const LearnedChoice &choice) { return choice.number == *number.number; });
        }
        auto *way = new WayRow(look);
        if (number.number) {
            connect(way, &WayRow::wanted, this, [this, called = *number.number, id = customer.id] {
                Q_EMIT
                callRequested(called, id);
            });
            connect(way, &WayRow::undoRequested, this, [this, called = *number.number] {
                Q_EMIT
                unlearnRequested(called);
            });
        }
        column.addWidget(way);
        m_ways.append(way);
    }
    // Learned for a number that no source has: it is listed all the same, or nobody could undo it.
    for (const LearnedChoice &choice : std::as_const(m_record->learned)) {
        const bool listed = std::any_of(customer.numbers.cbegin(), customer.numbers.cend(),
                                        [&](const CustomerNumber &number) { return number.number == choice.number; });
        if (listed)
            continue;
        auto *way = new WayRow({.label = labelText({}),
                                .text = readableForm(choice.number, m_options.homeRegion),
                                .copied = choice.number.e164(),
                                .person = displayName(customer),
                                .number = true,
                                .learned = true,
                                .callable = m_options.canCall});
        connect(way, &WayRow::wanted, this, [this, called = choice.number, id = customer.id] {
            Q_EMIT
            callRequested(called, id);
        });
        connect(way, &WayRow::undoRequested, this, [this, called = choice.number] {
            Q_EMIT
            unlearnRequested(called);
        });
        column.addWidget(way);
        m_ways.append(way);
    }
    for (const QString &email : customer.emails) {
        auto *way = new WayRow(
            {.label = tr("E-mail"), .text = cleaned(email, 200), .copied = email, .person = displayName(customer), .callable = true});
        connect(way, &WayRow::wanted, this, [this, email] {
            Q_EMIT
            mailRequested(email);
        });
        column.addWidget(way);
        m_ways.append(way);
    }
    column.addSpacing(space::l);
}

void RecordPane::buildNote(QVBoxLayout &column)
{
    const bool own = !m_record->lastNote.isEmpty();
    const QString note = own ? m_record->lastNote : m_record->customer.note;
    if (note.trimmed().isEmpty())
        return;
    QPushButton *edit = nullptr;
    if (own && !m_record->lastNoteOf.isEmpty()) {
        edit = smaller(quietButton(tr("Edit"), u"note"_s));
        edit->setAccessibleName(tr("Edit the last note"));
        connect(edit, &QPushButton::clicked, this, [this, call = m_record->lastNoteOf] {
            Q_EMIT
            noteEditRequested(call);
        });
    }
    addSection(column, own ? tr("Last note") : tr("Note"), edit);
    column.addSpacing(space::s);
    auto *text = new QLabel(cleanedLines(note, 4000));
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setFont(Theme::current().font(Type::Body));
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column.addWidget(text);
    QStringList about;
    if (own && m_record->lastNoteAt.isValid())
        about += m_options.times.age(m_record->lastNoteAt, m_clock.now());
    if (own && !m_record->lastNoteBy.isEmpty())
        about += m_record->lastNoteBy.compare(m_options.me.email, Qt::CaseInsensitive) == 0 ? tr("you") : cleaned(m_record->lastNoteBy, 80);
    if (!about.isEmpty()) {
        column.addSpacing(space::xxs);
        column.addWidget(new Label(about.join(u" · "_s), Type::Small, &Colors::textTertiary));
    }
    column.addSpacing(space::l);
}

/// Whoever wonders where a number or a name comes from knows where to mend it.
void RecordPane::buildSources(QVBoxLayout &column)
{
    QStringList sources;
    for (const CustomerOrigin &origin : m_record->customer.origins)
        sources += sourceText(origin.source);
    sources.removeDuplicates();
    if (sources.isEmpty())
        return;
    //: %1: one or several sources of customers, "Firestore · copper_people, JustCall"
    column.addWidget(new PlainText(tr("From %1").arg(sources.join(u", "_s)), Type::Small, &Colors::textTertiary));
    column.addSpacing(space::l);
}

void RecordPane::buildEvents(QVBoxLayout &column)
{
    if (m_record->events.isEmpty())
        return;
    Label *count = nullptr;
    if (m_record->eventCount > m_record->events.size() || m_record->eventsSince.isValid()) {
        count = new Label(m_record->eventsSince.isValid()
                              //: %1: how many, %2: a year
                              ? tr("%1 since %2").arg(countText(m_record->eventCount), QString::number(m_record->eventsSince.year()))
                              : countText(m_record->eventCount),
                          Type::Small, &Colors::textTertiary);
        count->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    }
    //: %1: the first name of a customer
    addSection(column, tr("Calls with %1").arg(displayName(m_record->customer).section(u' ', 0, 0)), count);
    for (const RecordEvent &event : m_record->events.first(std::min<qsizetype>(m_record->events.size(), kMostEvents))) {
        auto *row = new EventRow(event, m_options, m_clock.now());
        connect(row, &EventRow::clicked, this, [this, row] {
            if (!row->call().isEmpty())
                Q_EMIT
            eventChosen(row->call());
        });
        column.addWidget(row);
    }
}

} // namespace callcard::ui
