#include "customerform.h"

#include <callcard/phone.h>
#include <callcard/ui/controls.h>
#include <callcard/ui/label.h>
#include <callcard/ui/outsidetext.h>

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kWidest = 520;
constexpr int kFieldLabelWidth = 112;
constexpr int kNoteHeight = 72;
constexpr int kMostNumbers = 24;
constexpr int kMostEmails = 12;
} // namespace

CustomerForm::CustomerForm(QWidget *parent)
    : QWidget(parent)
    , m_title(new Label({}, Type::Page))
    , m_kind(new SegmentedControl(tr("Kind of customer")))
    , m_numbersColumn(new QVBoxLayout)
    , m_emailsColumn(new QVBoxLayout)
    , m_note(new QPlainTextEdit)
    , m_where(new Label({}, Type::Small, &Colors::textTertiary))
    , m_save(primaryButton(tr("Save customer")))
    , m_cancel(plainButton(tr("Cancel")))
{
    m_kind->addSegment(tr("Person"));
    m_kind->addSegment(tr("Company"));
    m_kind->addSegment(tr("Lead"));

    auto *page = new QWidget;
    page->setMaximumWidth(Theme::current().px(kWidest));
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(28, space::xl, 28, space::xl);
    column->setSpacing(space::m);
    column->addWidget(m_title);
    column->addWidget(m_kind, 0, Qt::AlignLeading);
    m_name = addField(*column, tr("Name"));
    m_company = addField(*column, tr("Company"));
    //: What somebody does in a company: "Head of purchasing"
    m_role = addField(*column, tr("Role"));
    column->addWidget(new Label(tr("Numbers"), Type::CaptionStrong, &Colors::textTertiary));
    m_numbersColumn->setSpacing(space::s);
    column->addLayout(m_numbersColumn);
    column->addWidget(new Label(tr("E-mail"), Type::CaptionStrong, &Colors::textTertiary));
    m_emailsColumn->setSpacing(space::s);
    column->addLayout(m_emailsColumn);
    column->addWidget(new Label(tr("Note"), Type::CaptionStrong, &Colors::textTertiary));
    m_note->setAccessibleName(tr("Note"));
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(Theme::current().px(kNoteHeight));
    column->addWidget(m_note);
    column->addWidget(m_where);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_save);
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    column->addLayout(buttons);
    column->addStretch();

    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(page);
    page->setAutoFillBackground(false);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);

    connect(m_name, &QLineEdit::textChanged, this, &CustomerForm::showValidity);
    connect(m_kind, &SegmentedControl::chosen, this, &CustomerForm::showValidity);
    connect(m_save, &QPushButton::clicked, this, &CustomerForm::save);
    connect(m_cancel, &QPushButton::clicked, this, &CustomerForm::cancelled);
    setDraft({});
}

QLineEdit *CustomerForm::addField(QVBoxLayout &column, const QString &name, const QString &hint)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::m);
    auto *label = new Label(name, Type::Body, &Colors::textSecondary);
    label->setFixedWidth(Theme::current().px(kFieldLabelWidth));
    auto *field = new QLineEdit;
    field->setAccessibleName(name);
    field->setPlaceholderText(hint);
    field->setMaxLength(500);
    row->addWidget(label);
    row->addWidget(field, 1);
    column.addLayout(row);
    return field;
}

void CustomerForm::setOptions(const DirectoryOptions &options)
{
    m_options = options;
    m_where->setText(options.sendsNewOnes ? tr("Kept on this computer and sent to the team’s database.")
                                          : tr("Kept on this computer only."));
}

void CustomerForm::setDraft(const CustomerDraft &draft)
{
    m_filling = true;
    m_title->setText(draft.edits.isEmpty() ? tr("New customer") : tr("Edit customer"));
    m_kind->setCurrent(static_cast<int>(draft.kind));
    m_name->setText(draft.name);
    m_company->setText(draft.company);
    m_role->setText(draft.title);
    m_note->setPlainText(draft.note);
    for (const NumberField &field : std::as_const(m_numbers))
        delete field.row;
    m_numbers.clear();
    qDeleteAll(m_emails);
    m_emails.clear();
    for (const CustomerNumber &number : draft.numbers)
        addNumber(number);
    for (const QString &email : draft.emails)
        addEmail(email);
    m_filling = false;
    growLists();
    m_first = this->draft();
    m_first.edits = draft.edits;
    showValidity();
    m_name->setFocus(Qt::OtherFocusReason); // a name that is there is added to, not typed over
}

void CustomerForm::addNumber(const CustomerNumber &number)
{
    auto *holder = new QWidget;
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    auto *label = new QLineEdit(number.label);
    //: The kind of a number, as a hint: "mobile, office …"
    label->setPlaceholderText(tr("mobile"));
    label->setFixedWidth(Theme::current().px(kFieldLabelWidth));
    label->setMaxLength(40);
    auto *edit = new QLineEdit(number.number ? readableForm(*number.number, m_options.homeRegion) +
                                                   (number.extension.isEmpty() ? QString() : u" x"_s + number.extension)
                                             : number.text);
    edit->setPlaceholderText(tr("Add a number"));
    edit->setMaxLength(100);
    edit->setLayoutDirection(Qt::LeftToRight);
    auto *reading = new Label({}, Type::Small, &Colors::textTertiary);
    reading->setFixedWidth(Theme::current().px(kFieldLabelWidth + 32));
    row->addWidget(label);
    row->addWidget(edit, 1);
    row->addWidget(reading);
    m_numbersColumn->addWidget(holder);
    //: %1: the first, the second … number of a customer
    label->setAccessibleName(tr("Kind of number %1").arg(m_numbers.size() + 1));
    edit->setAccessibleName(tr("Number %1").arg(m_numbers.size() + 1));
    const NumberField field{holder, edit, label, reading};
    m_numbers.append(field);
    connect(edit, &QLineEdit::textChanged, this, [this, field] {
        readNumber(field);
        growLists();
    });
    readNumber(field);
}

void CustomerForm::addEmail(const QString &email)
{
    auto *edit = new QLineEdit(email);
    //: %1: the second, the third … address of a customer
    edit->setAccessibleName(m_emails.isEmpty() ? tr("E-mail") : tr("E-mail %1").arg(m_emails.size() + 1));
    edit->setPlaceholderText(tr("Add an address"));
    edit->setMaxLength(320);
    m_emailsColumn->addWidget(edit);
    m_emails.append(edit);
    connect(edit, &QLineEdit::textChanged, this, &CustomerForm::growLists);
}

void CustomerForm::readNumber(const NumberField &field)
{
    const QString typed = field.number->text().trimmed();
    const auto parsed = parsePhone(typed, m_options.homeRegion);
    field.reading->setState(parsed || typed.isEmpty() ? std::nullopt : std::optional(StateLook::Warning));
    // What was understood, so that a wrong country is seen before it is saved.
    field.reading->setText(typed.isEmpty() ? QString() : parsed ? numberRun(internationalForm(parsed->number)) : tr("not a number yet"));
    field.number->setAccessibleDescription(field.reading->text());
}

CustomerNumber CustomerForm::numberIn(const NumberField &field) const
{
    CustomerNumber number{.text = field.number->text().trimmed(), .label = field.label->text().trimmed()};
    if (const auto parsed = parsePhone(number.text, m_options.homeRegion)) {
        number.number = parsed->number;
        number.extension = parsed->extension;
    }
    return number;
}

CustomerDraft CustomerForm::draft() const
{
    CustomerDraft draft{.edits = m_first.edits,
                        .kind = static_cast<CustomerKind>(m_kind->current()),
                        .name = m_name->text().trimmed(),
                        .company = m_company->text().trimmed(),
                        .title = m_role->text().trimmed(),
                        .note = m_note->toPlainText().trimmed()};
    for (const NumberField &field : m_numbers) {
        if (!field.number->text().trimmed().isEmpty())
            draft.numbers.append(numberIn(field));
    }
    for (const QLineEdit *email : m_emails) {
        if (!email->text().trimmed().isEmpty())
            draft.emails.append(email->text().trimmed());
    }
    return draft;
}

bool CustomerForm::isChanged() const
{
    return draft() != m_first;
}

void CustomerForm::growLists()
{
    if (m_filling)
        return;
    m_filling = true;
    if ((m_numbers.isEmpty() || !m_numbers.constLast().number->text().isEmpty()) && m_numbers.size() < kMostNumbers)
        addNumber({});
    if ((m_emails.isEmpty() || !m_emails.constLast()->text().isEmpty()) && m_emails.size() < kMostEmails)
        addEmail({});
    m_filling = false;
    orderKeys();
}

void CustomerForm::orderKeys()
{
    QList<QWidget *> order{m_role};
    for (const NumberField &field : std::as_const(m_numbers))
        order += {field.label, field.number};
    for (QLineEdit *email : std::as_const(m_emails))
        order += email;
    order += {m_note, m_save, m_cancel};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
}

void CustomerForm::showValidity()
{
    m_save->setEnabled(!m_name->text().trimmed().isEmpty());
    const bool company = m_kind->current() == static_cast<int>(CustomerKind::Company);
    m_company->setEnabled(!company);
    m_role->setEnabled(!company);
}

void CustomerForm::save()
{
    if (m_save->isEnabled())
        Q_EMIT
    saved(draft());
}

void CustomerForm::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    // Enter presses the button that has the keyboard; from a field it saves, from the note with Ctrl.
    auto *button = qobject_cast<QAbstractButton *>(focusWidget());
    if (enter && button && !button->isCheckable())
        button->click();
    else if (enter)
        save();
    else if (event->key() == Qt::Key_Escape)
        Q_EMIT
    cancelled();
    else QWidget::keyPressEvent(event);
}

void CustomerForm::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::current().color.surface);
}

} // namespace callcard::ui
