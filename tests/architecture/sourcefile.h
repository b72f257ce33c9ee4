#pragma once

#include <QString>
#include <QStringList>

/// A file of the project as the rules see it.
struct SourceFile {
    QString path{}; ///< From the root of the project: "core/phone/parser.cpp".
    QString text{};

    /// "core/phone", "core/providers/justcall", "ui/popup", "app/demo"; empty for anything else.
    [[nodiscard]] QString room() const;
    [[nodiscard]] QString floor() const { return path.section(u'/', 0, 0); }
    [[nodiscard]] QString fileName() const { return path.section(u'/', -1); }
    [[nodiscard]] bool isCode() const;
    [[nodiscard]] bool isDoor() const; ///< A header that other rooms include.
    /// What stands between the brackets or quotes of every #include, the opening character kept: `<QHash>` gives "<QHash".
    [[nodiscard]] QStringList includes() const;
    /// The text with `//` comments blanked, line by line: rules about code do not read prose.
    [[nodiscard]] QString code() const;
};
