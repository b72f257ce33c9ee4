// The least that a tray program in Qt Widgets can be: what Callcard's start, memory and wake-ups are measured against.

#include <QApplication>
#include <QMenu>
#include <QPainter>
#include <QSystemTrayIcon>
#include <QTimer>

#include <cstdio>

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    app.setQuitOnLastWindowClosed(false);
    QPixmap pixmap(22, 22);
    pixmap.fill(Qt::blue);
    QSystemTrayIcon tray{QIcon(pixmap)};
    QMenu menu;
    menu.addAction(QStringLiteral("Quit"), &app, &QCoreApplication::quit);
    tray.setContextMenu(&menu);
    tray.show();
    QTimer::singleShot(0, &app, [] {
        std::fputs("tray ready\n", stderr);
        std::fflush(stderr);
    });
    return QApplication::exec();
}
