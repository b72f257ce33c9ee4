#include <ipc/profilelock.h>

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;

class tst_Profile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("valid");
        QTest::newRow("none") << QString() << true;
        QTest::newRow("word") << u"work-2"_s << true;
        QTest::newRow("path") << u"../etc"_s << false;
        QTest::newRow("space") << u"my work"_s << false;
        QTest::newRow("too long") << QString(33, u'a') << false;
    }

    void names()
    {
        QFETCH(const QString, name);
        QFETCH(const bool, valid);
        QCOMPARE(profileFor(name).has_value(), valid);
    }

    void profilesDoNotShareAnything()
    {
        const Profile one = *profileFor(u"one"_s);
        const Profile two = *profileFor(u"two"_s);
        QVERIFY(one.settingsFile != two.settingsFile && one.dataFolder != two.dataFolder && one.socketPath != two.socketPath);
    }

    void foldersAreTheUsersAlone()
    {
        QTemporaryDir folder;
        const Profile profile = profileIn(folder.path());
        QVERIFY(prepareFolders(profile));
        QCOMPARE(QFileInfo(profile.dataFolder).permissions() & QFile::Permissions(0x0077), QFile::Permissions());
    }

    void anUnwritablePlaceIsASentence()
    {
        const Profile profile = profileIn(u"/proc/callcard"_s);
        const Result<> prepared = prepareFolders(profile);
        QVERIFY(!prepared);
        QCOMPARE(prepared.error().kind, ErrorKind::Storage);
        QVERIFY(prepared.error().detail.contains(u"/proc/callcard"));
    }

    void oneHolderAtATime()
    {
        QTemporaryDir folder;
        const Profile profile = profileIn(folder.path());
        QVERIFY(prepareFolders(profile));
        auto first = ProfileLock::tryTake(profile);
        QVERIFY(first);
        QVERIFY(!ProfileLock::tryTake(profile));
        QVERIFY(!ProfileLock::tryTake(profile, std::chrono::milliseconds(10)));
        QString trouble;
        QVERIFY(!ProfileLock::tryTake(profile, {}, &trouble));
        QVERIFY(trouble.isEmpty()); // whoever holds it can be asked
        first.reset();
        QVERIFY(ProfileLock::tryTake(profile));
    }

    void whatNobodyHoldsAndNobodyGets()
    {
        QTemporaryDir folder;
        Profile profile = profileIn(folder.path());
        QVERIFY(prepareFolders(profile));
        QFile held(profile.lockFile);
        QVERIFY(held.open(QFile::WriteOnly));
        held.write("4711\ncallcard\nattic\n");
        held.close();
        QString trouble;
        QVERIFY(!ProfileLock::tryTake(profile, {}, &trouble));
        QVERIFY2(trouble.contains(u"attic"_s) && trouble.contains(profile.lockFile), qPrintable(trouble));
        profile.lockFile = folder.filePath(u"missing/profile.lock"_s);
        trouble.clear();
        QVERIFY(!ProfileLock::tryTake(profile, {}, &trouble));
        QVERIFY2(trouble.contains(u"cannot be written"_s), qPrintable(trouble));
    }
};

QTEST_GUILESS_MAIN(tst_Profile)
#include "tst_profile.moc"
