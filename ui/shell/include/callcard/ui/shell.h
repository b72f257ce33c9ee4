#pragma once

#include <QWidget>

#include <memory>

namespace callcard::ui {

enum class PagePlace { Main, Foot }; ///< Foot: "Why didn't it pop?" and Settings, below.
enum class ConnectionTone { Good, Trouble, Lost, Quiet };

/// The one main window: pages at the left, the chosen one beside. It knows no page; `app` puts them in.
/// Closing hides it (the program lives in the tray) unless told that there is no tray: then closing minimises.
class Shell final : public QWidget
{
    Q_OBJECT

public:
    explicit Shell(QWidget *parent = nullptr);
    ~Shell() override;

    /// Takes the widget. The first five pages of Main answer Ctrl+1 to Ctrl+5, "settings" Ctrl+comma.
    void addPage(const QString &id, const QString &icon, const QString &title, QWidget *page, PagePlace place = PagePlace::Main);
    void showPage(const QString &id); ///< Unknown ids change nothing.
    /// The keyboard goes to what the page in front is about, its focus proxy, unless it is in that page already.
    void focusPage();
    /// Whether it is offered at the left; a page that is in front and goes gives way to the first one.
    void setPageOffered(const QString &id, bool offered);
    [[nodiscard]] QString currentPage() const;
    void setCount(const QString &id, int count); ///< The pill beside a page; 0 hides it.
    /// What tray and flyout say too.
    void setConnection(ConnectionTone tone, const QString &headline, const QString &detail);
    void setTrayAvailable(bool available) { m_trayAvailable = available; }

    /// Size, place, page: to be stored by the caller and handed back at the next start. A window that would lie on no screen is moved.
    [[nodiscard]] QByteArray layoutState() const;
    bool restoreLayoutState(const QByteArray &state);
    [[nodiscard]] bool isNarrow() const; ///< The side bar shows icons only.

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void pageShown(const QString &id);
    void callBoxRequested();     ///< Ctrl+K, or a click into "Call or find…"
    void searchRequested();      ///< Ctrl+F; the page in front decides what is searched.
    void syncRequested();        ///< F5
    void connectionsRequested(); ///< The connection line was clicked.
    void layoutStateChanged();   ///< Something worth storing happened; comes when it has come to rest.

protected:
    void resizeEvent(QResizeEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void addShortcuts();
    void settleWidth();

    class Private;
    std::unique_ptr<Private> d;
    bool m_trayAvailable{true};
};

} // namespace callcard::ui
