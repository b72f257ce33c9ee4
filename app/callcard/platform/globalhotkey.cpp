#include "globalhotkey.h"
#include "x11.h"

#include <QGuiApplication>
#include <QLoggingCategory>

#include <xcb/xcb.h>
#include <xcb/xcb_keysyms.h>

#include <array>
#include <cstdlib>
#include <memory>

namespace callcard {

namespace {

Q_LOGGING_CATEGORY(lcHotkey, "callcard.app.hotkey")

constexpr std::uint16_t kCapsLock = XCB_MOD_MASK_LOCK;
constexpr std::uint16_t kNumLock = XCB_MOD_MASK_2;
// A lock key is a modifier like any other to X11: each combination is a grab of its own.
constexpr std::array<std::uint16_t, 4> kLocks{0, kCapsLock, kNumLock, kCapsLock | kNumLock};

struct FreeSymbols {
    void operator()(xcb_key_symbols_t *symbols) const { xcb_key_symbols_free(symbols); }
};

xcb_window_t root(xcb_connection_t *x)
{
    return xcb_setup_roots_iterator(xcb_get_setup(x)).data->root;
}

/// Letters, digits and signs of Latin 1 have their own code as symbol; function keys follow each other.
xcb_keysym_t symbolOf(int key)
{
    if (key >= Qt::Key_A && key <= Qt::Key_Z)
        return static_cast<xcb_keysym_t>(key - Qt::Key_A + 'a');
    if (key >= Qt::Key_Space && key <= Qt::Key_AsciiTilde)
        return static_cast<xcb_keysym_t>(key);
    if (key >= Qt::Key_F1 && key <= Qt::Key_F35)
        return static_cast<xcb_keysym_t>(0xffbe + key - Qt::Key_F1);
    return 0;
}

} // namespace

GlobalHotkey::GlobalHotkey(QObject *parent) : QObject(parent)
{
    qGuiApp->installNativeEventFilter(this);
}

GlobalHotkey::~GlobalHotkey()
{
    release();
    if (qGuiApp)
        qGuiApp->removeNativeEventFilter(this);
}

ui::ShortcutTrouble GlobalHotkey::set(const QKeySequence &keys)
{
    release();
    if (keys.isEmpty())
        return ui::ShortcutTrouble::None;
    xcb_connection_t *x = x11::connection();
    if (!x) {
        qCWarning(lcHotkey) << "no global hotkeys on this desktop";
        return ui::ShortcutTrouble::NotHere;
    }
    const QKeyCombination combination = keys[0];
    const Qt::KeyboardModifiers wanted = combination.keyboardModifiers();
    m_modifiers = static_cast<std::uint16_t>(
        (wanted & Qt::ControlModifier ? XCB_MOD_MASK_CONTROL : 0) | (wanted & Qt::AltModifier ? XCB_MOD_MASK_1 : 0) |
        (wanted & Qt::ShiftModifier ? XCB_MOD_MASK_SHIFT : 0) | (wanted & Qt::MetaModifier ? XCB_MOD_MASK_4 : 0));
    const std::unique_ptr<xcb_key_symbols_t, FreeSymbols> symbols(xcb_key_symbols_alloc(x));
    const x11::Reply<xcb_keycode_t> codes(symbols ? xcb_key_symbols_get_keycode(symbols.get(), symbolOf(combination.key())) : nullptr);
    if (!codes) {
        qCWarning(lcHotkey) << "this keyboard has no such key";
        return ui::ShortcutTrouble::UnknownKey;
    }
    const xcb_keycode_t code = codes.get()[0];
    for (const std::uint16_t lock : kLocks) {
        const auto modifiers = static_cast<std::uint16_t>(m_modifiers | lock);
        const xcb_void_cookie_t cookie = xcb_grab_key_checked(x, 1, root(x), modifiers, code, XCB_GRAB_MODE_ASYNC, XCB_GRAB_MODE_ASYNC);
        const x11::Reply<xcb_generic_error_t> error(xcb_request_check(x, cookie));
        if (error) {
            qCWarning(lcHotkey) << "another program has the hotkey already";
            release();
            return ui::ShortcutTrouble::Taken;
        }
        m_grabs.push_back({.key = code, .modifiers = modifiers});
    }
    return ui::ShortcutTrouble::None;
}

void GlobalHotkey::release()
{
    xcb_connection_t *x = qGuiApp ? x11::connection() : nullptr;
    for (const Grab &grab : m_grabs) {
        if (x)
            xcb_ungrab_key(x, grab.key, root(x), grab.modifiers);
    }
    if (x)
        xcb_flush(x);
    m_grabs.clear();
}

bool GlobalHotkey::nativeEventFilter(const QByteArray &eventType, void *message, qintptr *)
{
    if (m_grabs.empty() || eventType != "xcb_generic_event_t")
        return false;
    const auto *event = static_cast<const xcb_generic_event_t *>(message);
    if ((event->response_type & 0x7f) != XCB_KEY_PRESS)
        return false;
    const auto *press = static_cast<const xcb_key_press_event_t *>(message);
    const auto held = static_cast<std::uint16_t>(press->state & ~(kCapsLock | kNumLock) & 0xff);
    if (press->detail != m_grabs.front().key || held != m_modifiers)
        return false;
    // Not inside the filter: whoever listens may open windows.
    QMetaObject::invokeMethod(this, &GlobalHotkey::pressed, Qt::QueuedConnection);
    return true;
}

} // namespace callcard
