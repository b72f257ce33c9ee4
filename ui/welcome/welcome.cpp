#include <callcard/ui/welcome.h>

#include "firebaseform.h"
#include "formparts.h"
#include "signinforms.h"
#include "welcomepages.h"
#include "welcomesteps.h"

#include <callcard/ui/controls.h>
#include <callcard/ui/icons.h>
#include <callcard/ui/paint.h>
#include <callcard/ui/plaintext.h>

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QScreen>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>

#include <array>

namespace callcard::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QSize kWindow(920, 640);
constexpr int kDemoStrip = 50;
constexpr int kRingRoom = size::focusRing + size::focusGap;

/// The strip below every page: a look without anything to set up.
class DemoStrip final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::current();
        QPainter painter(this);
        drawPanel(painter, rect(), 8, theme.color.sunken);
        const int px = theme.iconPx();
        const QRect icon(14, (height() - px) / 2, px, px);
        drawIcon(painter, QStyle::visualRect(layoutDirection(), rect(), icon), u"play"_s, theme.color.textSecondary, layoutDirection());
    }
};

QScrollArea *scrolled(QWidget *page)
{
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded); // needed by very large letters alone
    area->setFocusPolicy(Qt::NoFocus);
    area->viewport()->setAutoFillBackground(false);
    area->setWidget(page);
    page->setAutoFillBackground(false);
    page->setContentsMargins(kRingRoom, kRingRoom, kRingRoom, kRingRoom); // a focus ring stands around what has the keyboard
    return area;
}

} // namespace

struct Welcome::Parts {
    WelcomeSteps *steps{};
    QStackedWidget *stack{};
    ServicePage *service{};
    SignInForm *signIn{};
    CustomersPage *customers{};
    RegionPage *region{};
    FirebaseForm *metrics{};
    ComputerPage *computer{};
    QPushButton *back{};
    QPushButton *skip{};
    QPushButton *next{};
    PlainText *demoText{};
    QPushButton *demo{};
    std::array<bool, kWelcomeSteps> done{};
    WelcomeStep tried{}; ///< Last.
};

Welcome::Welcome(QWidget *parent) : QWidget(parent), d(std::make_unique<Parts>())
{
    setWindowTitle(tr("Welcome to Callcard"));
    setMinimumSize(760, 560);
    // Large letters need a larger window, as far as the screen goes.
    const QSize scaled(Theme::current().px(kWindow.width()), Theme::current().px(kWindow.height()));
    resize(scaled.boundedTo(screen()->availableSize().expandedTo(kWindow)));
    d->steps = new WelcomeSteps;
    d->stack = new QStackedWidget;
    d->service = new ServicePage;
    d->customers = new CustomersPage;
    d->region = new RegionPage;
    d->computer = new ComputerPage;

    auto *signIn = new QWidget;
    d->signIn = new SignInForm;
    beginPage(*signIn, tr("Sign in"), tr("As yourself: Callcard sees your own calls. What you enter is kept in the system’s keychain."))
        ->addWidget(d->signIn, 1);
    auto *metrics = new QWidget;
    d->metrics = new FirebaseForm;
    QVBoxLayout *column =
        beginPage(*metrics, tr("Where do the day’s figures go?"),
                  tr("Calls, talk minutes and texts of each day are written to the team’s Firebase project, under your own name."));
    column->addWidget(d->metrics);
    column->addStretch();
    for (QWidget *page : std::initializer_list<QWidget *>{d->service, signIn, d->customers, d->region, metrics, d->computer})
        d->stack->addWidget(scrolled(page));

    d->back = quietButton(tr("Back"));
    d->skip = quietButton(tr("Skip this step"));
    d->next = primaryButton(tr("Continue"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(d->back);
    buttons->addWidget(d->skip);
    buttons->addStretch();
    buttons->addWidget(d->next);
    auto *content = new QVBoxLayout;
    content->setContentsMargins(44 - kRingRoom, 36 - kRingRoom, 44 - kRingRoom, 24);
    content->setSpacing(space::l - kRingRoom);
    content->addWidget(d->stack, 1);
    auto *below = new QVBoxLayout;
    below->setContentsMargins(kRingRoom, 0, kRingRoom, 0);
    below->setSpacing(space::l);
    below->addWidget(makeDemoStrip());
    below->addLayout(buttons);
    content->addLayout(below);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(d->steps);
    row->addLayout(content, 1);

    connect(d->steps, &WelcomeSteps::chosen, this, &Welcome::showStep);
    connect(d->next, &QPushButton::clicked, this, &Welcome::goOn);
    connect(d->back, &QPushButton::clicked, this, &Welcome::goBack);
    connect(d->skip, &QPushButton::clicked, this, &Welcome::skip);
    connect(new QShortcut(QKeySequence(Qt::ALT | Qt::Key_Left), this), &QShortcut::activated, this, &Welcome::goBack);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter})
        connect(new QShortcut(QKeySequence(key), this), &QShortcut::activated, this, [this] {
            // A button that has the keyboard is what Enter presses.
            auto *button = qobject_cast<QPushButton *>(focusWidget());
            button && button->isEnabled() ? button->click() : goOn();
        });
    wirePages();
    showStep(WelcomeStep::Service);
}

Welcome::~Welcome() = default;

QWidget *Welcome::makeDemoStrip()
{
    auto *strip = new DemoStrip;
    strip->setMinimumHeight(Theme::current().px(kDemoStrip));
    auto *row = new QHBoxLayout(strip);
    row->setContentsMargins(14, 8, 14, 8);
    row->addSpacing(Theme::current().iconPx() + 4); // the icon's, which margins would not mirror
    d->demoText = new PlainText(tr("Just looking? An invented company with a call every few seconds."), Type::Body);
    d->demo = smaller(plainButton(tr("Try the demo")));
    row->addWidget(d->demoText, 1);
    row->addWidget(d->demo);
    connect(d->demo, &QPushButton::clicked, this, &Welcome::demoRequested);
    return strip;
}

void Welcome::wirePages()
{
    connect(d->service, &ServicePage::chosen, this, [this](CallService service) {
        d->signIn->setService(service);
        onEdited(WelcomeStep::SignIn); // what worked was another one
    });
    connect(d->signIn, &SignInForm::edited, this, [this] { onEdited(WelcomeStep::SignIn); });
    connect(d->customers, &CustomersPage::edited, this, [this] { onEdited(WelcomeStep::Customers); });
    connect(&d->customers->firebase(), &FirebaseForm::edited, this, [this] { onEdited(WelcomeStep::Customers); });
    connect(d->metrics, &FirebaseForm::edited, this, [this] { onEdited(WelcomeStep::Metrics); });
    for (FirebaseForm *form : {&d->customers->firebase(), d->metrics}) {
        connect(form, &FirebaseForm::copyLinkRequested, this, &Welcome::copyLinkRequested);
        connect(form, &FirebaseForm::cancelRequested, this, &Welcome::cancelRequested);
    }
    for (OutcomeLine *outcome : {&d->signIn->outcome(), &d->customers->outcome(), &d->metrics->outcome()})
        connect(outcome, &OutcomeLine::buttonClicked, this, &Welcome::keepForSessionRequested);
    connect(d->signIn, &SignInForm::browserRequested, this, &Welcome::browserSignInRequested);
    connect(d->signIn, &SignInForm::testRequested, this, &Welcome::keysEntered);
    connect(d->signIn, &SignInForm::copyLinkRequested, this, &Welcome::copyLinkRequested);
    connect(d->signIn, &SignInForm::cancelRequested, this, &Welcome::cancelRequested);
    connect(&d->customers->firebase(), &FirebaseForm::signInRequested, this, [this](const FirebaseEntry &entry, bool google) {
        Q_EMIT
        firebaseRequested(entry, google, WelcomeStep::Customers);
    });
    connect(d->metrics, &FirebaseForm::signInRequested, this, [this](const FirebaseEntry &entry, bool google) {
        Q_EMIT
        firebaseRequested(entry, google, WelcomeStep::Metrics);
    });
    connect(d->customers, &CustomersPage::copperRequested, this, &Welcome::copperRequested);
    connect(d->customers, &CustomersPage::fileChosen, this, &Welcome::fileChosen);
    connect(d->customers, &CustomersPage::keepRequested, this, &Welcome::keepRequested);
    connect(d->customers, &CustomersPage::otherRequested, this, [this] {
        d->steps->setMark(WelcomeStep::Customers, StepMark::Open);
        Q_EMIT
        otherRequested();
    });
    connect(d->region, &RegionPage::regionChosen, this, &Welcome::regionChosen);
    connect(d->region, &RegionPage::zoneChosen, this, &Welcome::zoneChosen);
    connect(d->computer, &ComputerPage::autostartChosen, this, &Welcome::autostartChosen);
    connect(d->computer, &ComputerPage::linksChosen, this, &Welcome::linksChosen);
    connect(d->computer, &ComputerPage::testCallRequested, this, &Welcome::testCallRequested);
}

WelcomeStep Welcome::step() const
{
    return static_cast<WelcomeStep>(d->stack->currentIndex());
}

void Welcome::showStep(WelcomeStep step)
{
    d->stack->setCurrentIndex(static_cast<int>(step));
    d->steps->setCurrent(step);
    d->back->setVisible(step != WelcomeStep::Service);
    d->skip->setVisible(step != WelcomeStep::Computer);
    d->next->setText(step == WelcomeStep::Computer ? tr("Finish") : tr("Continue"));
    switch (step) {
    case WelcomeStep::Service:
        d->service->focusFirst();
        break;
    case WelcomeStep::SignIn:
        d->signIn->focusFirst();
        break;
    case WelcomeStep::Customers:
        d->customers->focusFirst();
        break;
    case WelcomeStep::Region:
        d->region->focusFirst();
        break;
    case WelcomeStep::Metrics:
    case WelcomeStep::Computer:
        d->next->setFocus(Qt::OtherFocusReason);
        break;
    }
    Q_EMIT
    stepShown(step);
}

void Welcome::onEdited(WelcomeStep step)
{
    if (std::exchange(d->done.at(static_cast<std::size_t>(step)), false))
        d->steps->setMark(step, StepMark::Open);
}

bool Welcome::tryFirst(WelcomeStep step)
{
    if (step == WelcomeStep::Customers)
        return d->customers->tryUntried();
    if (step == WelcomeStep::Metrics && d->metrics->isUntried()) {
        Q_EMIT
        firebaseRequested(d->metrics->entry(), false, step);
        return true;
    }
    if (step != WelcomeStep::SignIn || d->done.at(static_cast<std::size_t>(step)) || d->signIn->isEmpty())
        return false;
    d->signIn->tryIt();
    return true;
}

void Welcome::goOn()
{
    const WelcomeStep now = step();
    // Nobody should leave with keys that do not work.
    if (tryFirst(now))
        return;
    if (now == WelcomeStep::Region)
        d->steps->setMark(now, StepMark::Done, d->region->summary());
    if (now == WelcomeStep::Service)
        d->steps->setMark(now, StepMark::Done);
    if (now == WelcomeStep::Computer) {
        Q_EMIT
        finished();
        return;
    }
    skip();
}

void Welcome::skip()
{
    if (step() != WelcomeStep::Computer)
        showStep(static_cast<WelcomeStep>(static_cast<int>(step()) + 1));
}

void Welcome::goBack()
{
    if (step() != WelcomeStep::Service)
        showStep(static_cast<WelcomeStep>(static_cast<int>(step()) - 1));
}

void Welcome::setLocked(const QList<WelcomeField> &fields)
{
    using enum WelcomeField;
    const auto has = [&fields](WelcomeField field) { return fields.contains(field); };
    d->signIn->lock(has(ClientId), has(RelayUrl));
    for (FirebaseForm *form : {&d->customers->firebase(), d->metrics})
        form->lock(has(FirebaseProject), has(FirebaseKey), has(Email));
    if (has(CopperEmail))
        d->customers->lockCopper();
    d->region->lock(has(Region), has(Zone));
}

void Welcome::prefill(const SignInEntry &calls, const FirebaseEntry &firebase, const CopperEntry &copper)
{
    d->signIn->prefill(calls.clientId, calls.relayUrl);
    d->customers->firebase().prefill(firebase);
    d->metrics->prefill(firebase);
    d->customers->prefillCopper(copper.email);
}

void Welcome::setPlace(const QString &region, const QString &zone, bool guessed)
{
    d->region->setPlace(region, zone);
    //: %1: "Canada · Toronto"
    d->steps->setMark(WelcomeStep::Region, guessed ? StepMark::Guessed : StepMark::Done,
                      guessed ? tr("%1, guessed").arg(d->region->summary()) : d->region->summary());
}

void Welcome::setAutostart(bool on, bool locked)
{
    d->computer->setAutostart(on, locked);
}

void Welcome::setLinks(bool on, bool locked, const QString &owner)
{
    d->computer->setLinks(on, locked, owner);
}

void Welcome::setService(CallService service)
{
    d->service->setService(service);
}

void Welcome::showBusy(WelcomeStep step)
{
    d->tried = step;
    endWaiting();
    if (step == WelcomeStep::SignIn)
        d->signIn->outcome().showBusy(tr("Trying…"));
    if (step == WelcomeStep::Customers)
        d->customers->showBusy(d->customers->isOffering() ? tr("Fetching customers…") : tr("Looking at the customers…"));
    if (step == WelcomeStep::Metrics)
        d->metrics->outcome().showBusy(tr("Trying…"));
}

void Welcome::endWaiting()
{
    d->signIn->setWaiting(false);
    d->customers->firebase().setWaiting(false);
    d->metrics->setWaiting(false);
}

void Welcome::showBrowserWaiting(WelcomeStep step, bool opened)
{
    if (step == WelcomeStep::SignIn)
        d->signIn->setWaiting(true, opened);
    if (step == WelcomeStep::Customers)
        d->customers->showBrowserWaiting(opened);
    if (step == WelcomeStep::Metrics) {
        d->metrics->setWaiting(true);
        WaitingRow::tell(d->metrics->outcome(), opened);
    }
}

void Welcome::showGood(WelcomeStep step, const QString &detail)
{
    d->done.at(static_cast<std::size_t>(step)) = true;
    d->steps->setMark(step, StepMark::Done, detail);
    endWaiting();
    // Only what was tried: whatever else was typed waits for its turn.
    if (step == WelcomeStep::SignIn) {
        d->signIn->forgetKeys();
        d->signIn->outcome().showGood(detail.isEmpty() ? tr("It works.") : tr("It works: %1.").arg(detail));
        if (this->step() == WelcomeStep::SignIn)
            d->next->setFocus(Qt::OtherFocusReason);
    }
    if (step == WelcomeStep::Metrics) {
        if (d->tried == WelcomeStep::Metrics)
            d->metrics->forgetKeys();
        d->metrics->outcome().showGood(tr("Signed in as %1.").arg(detail));
    }
}

void Welcome::showTrouble(WelcomeStep step, WelcomeTrouble trouble, const QString &service)
{
    const QString text = troubleText(trouble, service);
    const QString button = trouble == WelcomeTrouble::KeychainAbsent ? tr("Keep for this session") : QString();
    endWaiting();
    if (step == WelcomeStep::SignIn)
        d->signIn->outcome().showTrouble(text, button); // without a text: nothing
    if (step == WelcomeStep::Customers) {
        d->customers->showTrouble(text, button);
        if (!d->done.at(static_cast<std::size_t>(step)))
            d->steps->setMark(step, StepMark::Open);
    }
    if (step == WelcomeStep::Metrics)
        d->metrics->outcome().showTrouble(text, button);
    if (step == WelcomeStep::Computer)
        d->computer->showTrouble(text);
}

void Welcome::showPreview(const DirectoryPreview &preview)
{
    d->customers->showPreview(preview);
    if (preview.kept) {
        d->customers->forgetKeys();
        d->done.at(static_cast<std::size_t>(WelcomeStep::Customers)) = true;
        d->steps->setMark(WelcomeStep::Customers, StepMark::Done, tr("%1 customers").arg(locale().toString(preview.customers)));
    } else {
        d->steps->setMark(WelcomeStep::Customers, StepMark::Open, tr("Wait for your yes"));
    }
}

void Welcome::showTestCall()
{
    d->computer->showTestCall();
}

void Welcome::showDemoStarting()
{
    d->demoText->setText(tr("The demo opens beside this window; its first call comes in a few seconds."));
}

void Welcome::chooseFile(const QString &file)
{
    d->customers->chooseFile(file);
}

void Welcome::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::current().color.window);
}

void Welcome::closeEvent(QCloseEvent *event)
{
    event->accept();
    Q_EMIT
    cancelRequested();
}

} // namespace callcard::ui
