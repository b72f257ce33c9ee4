#pragma once

#include <QIODevice>

namespace callcard {

/// A body that can be read once. When a connection ends without an answer, Qt sends a request again, up to three times and whatever its
/// method, if it can rewind the body. A dialled call or a text must not be sent again because the answer was lost, so this cannot be
/// rewound.
class OnceBody final : public QIODevice
{
    Q_OBJECT

public:
    explicit OnceBody(QByteArray bytes, QObject *parent = nullptr);
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] bool atEnd() const override { return m_position >= m_bytes.size(); }
    bool reset() override { return false; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qsizetype m_position = 0;
};

} // namespace callcard
