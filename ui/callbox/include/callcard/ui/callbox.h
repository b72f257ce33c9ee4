#pragma once

#include <callcard/dialing.h>

#include <QWidget>

class QLineEdit;
class QListView;
class QMenu;

namespace callcard::ui {

class Banner;
class CallBoxFooter;
class CallBoxModel;
class Label;

/// One line the box offers: somebody to call, with exactly what will be dialled.
struct CallBoxRow {
    CustomerId customer{}; ///< Empty: a number nobody has.
    QString name{};        ///< From outside. Empty: the number is the name.
    QString company{};
    QString detail{}; ///< Instead of what will be dialled: "Missed 2:09 PM", "mobile".
    QString way{};    ///< Where there are several ways to choose from: "RingCentral app".
    DialPlan plan{};
    bool operator==(const CallBoxRow &) const = default;
};

/// One of my numbers.
struct CallBoxLine {
    QString number{}; ///< E.164; empty: the service chooses.
    QString words{};  ///< "Sales Toronto · (416) 555-0100"
    bool operator==(const CallBoxLine &) const = default;
};

/// What there is to show for what was typed.
struct CallBoxOffer {
    QString query{}; ///< For which; an offer for another text than the one in the field is passed over.
    QList<CallBoxRow> rows{};
    std::optional<PhoneProblem> problem{}; ///< Why the text itself is no number, where it looks like one.
    qint64 searched{};                     ///< Customers looked through.
    DialRules rules{};
    QString callerLine{};         ///< "Sales Toronto": as whom.
    QList<DialRoute> ways{};      ///< To choose from; of one there is nothing to choose.
    QList<CallBoxLine> callers{}; ///< Likewise.
    bool operator==(const CallBoxOffer &) const = default;
};

/// Type a number or a name, see who it is and what will be dialled, press Enter. The one floating thing that takes the keyboard,
/// and only when it was asked for. It decides nothing: it tells what was typed and which row was called. A row with warnings is called
/// by Ctrl+Enter or a click on "Call anyway", and all of them are on the screen by then. Without a text no row is chosen beforehand.
class CallBox final : public QWidget
{
    Q_OBJECT

public:
    explicit CallBox(QWidget *parent = nullptr);

    /// In the middle of the screen, the text selected.
    void open(const QString &text, QScreen *screen);
    [[nodiscard]] QString query() const;
    void setOffer(const CallBoxOffer &offer);
    /// "Already calling Sarah", an error in plain words; empty clears it.
    void setNotice(const QString &strong, const QString &rest);

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void queryChanged(const QString &text);
    void callRequested(const callcard::DialPlan &plan, const QList<callcard::DialWarning> &accepted);
    void wayChosen(callcard::DialRoute route);
    void callerChosen(const QString &number); ///< CallBoxLine::number
    void recordRequested(const callcard::CustomerId &customer);
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] const CallBoxRow *current() const;
    [[nodiscard]] bool onMouse(QEvent *event);
    void refreshNotice(const CallBoxRow *row);
    void refreshFooter(const CallBoxRow *row);
    [[nodiscard]] bool onKey(int key, Qt::KeyboardModifiers modifiers);
    void call(bool knowing);
    void offerWays(QWidget *above);
    void offerCallers(QWidget *above);
    void openMenu(QMenu *menu, const QWidget *above);
    void refresh();
    [[nodiscard]] int bannerHeight() const;
    void layOut();
    void place();

    QLineEdit *m_input;
    CallBoxModel *m_model;
    QListView *m_list;
    QWidget *m_nothing;
    Label *m_nothingTitle;
    Label *m_nothingDetail;
    Banner *m_banner;
    CallBoxFooter *m_footer;
    CallBoxOffer m_offer;
    QString m_noticeStrong;
    QString m_noticeRest;
    QScreen *m_screen{};
    int m_pressedAnyway = -1; ///< The row on whose words the mouse went down.
};

} // namespace callcard::ui
