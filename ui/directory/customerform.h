#pragma once

#include <callcard/ui/directoryvalues.h>

#include <QWidget>

class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace callcard::ui {

class Label;
class SegmentedControl;

/// A new customer, or changes of one. Numbers are read while they are typed: what cannot be read is kept as it stands, and said.
class CustomerForm final : public QWidget
{
    Q_OBJECT

public:
    explicit CustomerForm(QWidget *parent = nullptr);
    void setOptions(const DirectoryOptions &options);
    void setDraft(const CustomerDraft &draft);
    [[nodiscard]] CustomerDraft draft() const;
    [[nodiscard]] bool isChanged() const; ///< Somebody's work is in it.

Q_SIGNALS:
    void saved(const callcard::CustomerDraft &draft);
    void cancelled();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct NumberField {
        QWidget *row{};
        QLineEdit *number{};
        QLineEdit *label{};
        Label *reading{};
    };
    QLineEdit *addField(QVBoxLayout &column, const QString &name, const QString &hint = {});
    void addNumber(const CustomerNumber &number);
    void addEmail(const QString &email);
    void readNumber(const NumberField &field);
    [[nodiscard]] CustomerNumber numberIn(const NumberField &field) const;
    void growLists(); ///< There is always an empty line to type the next one into.
    void orderKeys(); ///< Tab goes down the form, whenever its lines were made.
    void showValidity();
    void save();

    DirectoryOptions m_options;
    CustomerDraft m_first; ///< As it came.
    Label *m_title;
    SegmentedControl *m_kind;
    QLineEdit *m_name;
    QLineEdit *m_company;
    QLineEdit *m_role;
    QVBoxLayout *m_numbersColumn;
    QVBoxLayout *m_emailsColumn;
    QList<NumberField> m_numbers;
    QList<QLineEdit *> m_emails;
    QPlainTextEdit *m_note;
    Label *m_where;
    QPushButton *m_save;
    QPushButton *m_cancel;
    bool m_filling = false;
};

} // namespace callcard::ui
