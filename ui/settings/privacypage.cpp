#include <callcard/ui/privacypage.h>

#include "hosttable.h"

#include <callcard/ui/controls.h>
#include <callcard/ui/label.h>
#include <callcard/ui/notices.h>
#include <callcard/ui/outsidetext.h>
#include <callcard/ui/plaintext.h>

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace callcard::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kBundleHeight = 260;

QVBoxLayout *headed(QVBoxLayout &page, const QString &title, QWidget *tile)
{
    tile->setContentsMargins(0, 0, 0, 0);
    auto *column = new QVBoxLayout(tile);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new Label(title, Type::BodyStrong);
    page.addSpacing(space::m);
    page.addWidget(head);
    page.addWidget(tile);
    return column;
}

QHBoxLayout *paddedRow()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(18, 12, 18, 12);
    row->setSpacing(space::s);
    return row;
}

} // namespace

PrivacyPage::PrivacyPage(QWidget *parent)
    : QWidget(parent)
    , m_outcome(new Banner(StateLook::Ok))
    , m_hosts(new HostTable)
    , m_noHosts(new PlainText(tr("Nothing has left this computer since Callcard started.")))
{
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(space::s);
    m_outcome->hide();
    page->addWidget(m_outcome);

    auto *contacts = new Tile;
    QVBoxLayout *hosts = headed(*page, tr("Hosts contacted since the start"), contacts);
    m_noHosts->setContentsMargins(18, 12, 18, 12);
    hosts->addWidget(m_noHosts);
    hosts->addWidget(m_hosts);
    page->addWidget(new PlainText(tr("Who is calling is looked up on this computer: no number leaves it for that.")));

    auto *forget = new Tile;
    headed(*page, tr("Forget a customer"), forget)->addWidget(makeForget());
    auto *taking = new Tile;
    headed(*page, tr("Take along"), taking)->addWidget(makeTaking());
    auto *wipe = new Tile;
    headed(*page, tr("Wipe everything"), wipe)->addWidget(makeWipe());
    setHosts({}, {});
}

QWidget *PrivacyPage::makeForget()
{
    auto *panel = new QWidget;
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    QHBoxLayout *row = paddedRow();
    row->addWidget(
        new PlainText(tr("Removes the name, numbers, notes and texts from this computer. The day’s figures stay: they name nobody.")), 1);
    m_sought = new SearchField(tr("Name or number"));
    m_sought->setFixedWidth(Theme::current().px(240));
    row->addWidget(m_sought, 0, Qt::AlignVCenter);
    column->addLayout(row);
    m_people = new QVBoxLayout;
    m_people->setSpacing(0);
    column->addLayout(m_people);
    connect(m_sought, &QLineEdit::textChanged, this, [this](const QString &typed) {
        Q_EMIT
        peopleSought(typed.trimmed());
    });
    return panel;
}

QWidget *PrivacyPage::makeTaking()
{
    auto *panel = new QWidget;
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    QHBoxLayout *mine = paddedRow();
    mine->addWidget(new PlainText(tr("Your calls, notes, texts, promises and settings in one JSON file. No keys.")), 1);
    QPushButton *take = smaller(plainButton(tr("Export my data…"), u"export"_s));
    mine->addWidget(take);
    column->addLayout(mine);

    QHBoxLayout *support = paddedRow();
    support->addWidget(
        new PlainText(tr("For whoever helps you: versions, connections, settings and counts, without names, numbers, notes or keys. "
                         "You see it before it is saved.")),
        1);
    QPushButton *bundle = smaller(plainButton(tr("Show support report")));
    support->addWidget(bundle);
    column->addLayout(support);

    m_bundle = new QPlainTextEdit;
    m_bundle->setReadOnly(true);
    m_bundle->setAccessibleName(tr("Support report"));
    m_bundle->setTabChangesFocus(true);
    m_bundle->setFixedHeight(kBundleHeight);
    m_bundle->setLineWrapMode(QPlainTextEdit::NoWrap);
    auto *shown = new QVBoxLayout;
    shown->setContentsMargins(18, 0, 18, 12);
    shown->addWidget(m_bundle);
    auto *buttons = new QHBoxLayout;
    m_saveBundle = smaller(primaryButton(tr("Save the report…")));
    m_closeBundle = smaller(quietButton(tr("Close")));
    buttons->addStretch();
    buttons->addWidget(m_closeBundle);
    buttons->addWidget(m_saveBundle);
    shown->addLayout(buttons);
    column->addLayout(shown);
    showBundle({});

    connect(take, &QPushButton::clicked, this, &PrivacyPage::exportRequested);
    connect(bundle, &QPushButton::clicked, this, &PrivacyPage::bundleRequested);
    connect(m_closeBundle, &QPushButton::clicked, this, [this] { showBundle({}); });
    connect(m_saveBundle, &QPushButton::clicked, this, [this] {
        Q_EMIT
        bundleSaveRequested(m_bundle->toPlainText());
    });
    return panel;
}

QWidget *PrivacyPage::makeWipe()
{
    auto *panel = new QWidget;
    QHBoxLayout *row = paddedRow();
    panel->setLayout(row);
    m_wipeText = new PlainText;
    m_wipe = smaller(plainButton(tr("Wipe everything…")));
    m_keepAll = smaller(plainButton(tr("Keep everything")));
    m_reallyWipe = smaller(dangerButton(tr("Sign out and wipe")));
    row->addWidget(m_wipeText, 1);
    for (QPushButton *button : {m_wipe, m_keepAll, m_reallyWipe})
        row->addWidget(button, 0, Qt::AlignVCenter);
    connect(m_wipe, &QPushButton::clicked, this, [this] { askForWipe(true); });
    connect(m_keepAll, &QPushButton::clicked, this, [this] { askForWipe(false); });
    connect(m_reallyWipe, &QPushButton::clicked, this, [this] {
        askForWipe(false);
        Q_EMIT
        wipeRequested();
    });
    askForWipe(false);
    return panel;
}

void PrivacyPage::askForWipe(bool asking)
{
    m_wipeText->setText(asking ? tr("This cannot be undone. What was not sent yet is lost; what the phone service keeps stays there.")
                               : tr("Signs out everywhere and removes calls, notes, customers, settings and keys from this computer."));
    m_wipe->setVisible(!asking);
    m_keepAll->setVisible(asking);
    m_reallyWipe->setVisible(asking);
    if (asking)
        m_keepAll->setFocus(Qt::OtherFocusReason);
}

void PrivacyPage::setHosts(const QList<HostContact> &hosts, const QDateTime &now)
{
    m_hosts->setHosts(hosts, now);
    m_hosts->setVisible(!hosts.isEmpty());
    m_noHosts->setVisible(hosts.isEmpty());
}

void PrivacyPage::setPeople(const QString &typed, const QList<ForgettablePerson> &people)
{
    if (typed != m_sought->text().trimmed())
        return; // an answer to an older question
    while (QLayoutItem *item = m_people->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // one of its buttons may be what brought us here
        delete item;
    }
    for (const ForgettablePerson &person : people) {
        auto *panel = new QWidget;
        auto *row = paddedRow();
        panel->setLayout(row);
        auto *texts = new QVBoxLayout;
        texts->setSpacing(2);
        texts->addWidget(new Label(cleaned(person.name), Type::BodyMedium));
        texts->addWidget(new Label(cleaned(person.detail), Type::Small, &Colors::textSecondary));
        row->addLayout(texts, 1);
        QPushButton *forget = smaller(plainButton(tr("Forget…")));
        QPushButton *really = smaller(dangerButton(tr("Forget for good")));
        //: %1: a customer's name
        forget->setAccessibleName(tr("Forget %1").arg(cleaned(person.name)));
        really->setAccessibleName(tr("Forget %1 for good").arg(cleaned(person.name)));
        really->hide();
        row->addWidget(forget);
        row->addWidget(really);
        connect(forget, &QPushButton::clicked, really, [forget, really] {
            forget->hide();
            really->show();
            really->setFocus(Qt::OtherFocusReason);
        });
        connect(really, &QPushButton::clicked, this, [this, id = person.id] {
            Q_EMIT
            forgetRequested(id);
        });
        m_people->addWidget(panel);
    }
    if (people.isEmpty() && !typed.isEmpty()) {
        auto *nobody = new PlainText(tr("Nobody here has that name or number."));
        nobody->setContentsMargins(18, 0, 18, 12);
        m_people->addWidget(nobody);
    }
}

void PrivacyPage::showBundle(const QString &text)
{
    m_bundle->setPlainText(text);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_bundle, m_saveBundle, m_closeBundle})
        widget->setVisible(!text.isEmpty());
}

void PrivacyPage::tell(bool worked, const QString &sentence)
{
    m_outcome->setLook(worked ? StateLook::Ok : StateLook::Error, worked ? u"check-circle"_s : u"error"_s);
    m_outcome->setTexts(sentence);
    m_outcome->setVisible(!sentence.isEmpty());
}

void PrivacyPage::tellForgotten()
{
    m_sought->clear();
    tell(true, tr("Forgotten. If the customer comes from a source of the team, remove them there too, or the next sync brings them back."));
}

void PrivacyPage::tellExporting()
{
    tell(true, tr("Exporting…"));
}

void PrivacyPage::tellDirectoryBusy()
{
    tell(false, tr("Customers are being fetched just now, which would bring this one back. Wait until that is done, and try again."));
}

void PrivacyPage::tellFilesLeft()
{
    tell(false, tr("Signed out, and the keys are gone, but files could not be removed: another program may have them open, or the disk "
                   "is read-only. Try again."));
}

void PrivacyPage::tellSessionsLeft(const QStringList &services)
{
    //: %1: names of services
    tell(false, tr("Wiped. %1 could not be told, so the session there lives on until it ends by itself; your account’s page there can "
                   "end it now.")
                    .arg(services.join(u", "_s)));
}

void PrivacyPage::tellSaved(const QString &file)
{
    //: %1: the path of a file
    tell(true, tr("Saved as %1.").arg(isolated(file)));
}

void PrivacyPage::hideEvent(QHideEvent *event)
{
    askForWipe(false);
    tell(true, {});
    QWidget::hideEvent(event);
}

} // namespace callcard::ui
