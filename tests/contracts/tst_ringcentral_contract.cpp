#include "ringcentralsubject.h"

#include <QTest>

using namespace callcard;
using namespace callcard::testing;

class tst_RingCentralContract final : public ProviderContract
{
    Q_OBJECT

public:
    tst_RingCentralContract() : ProviderContract([](ContractStage &stage) { return std::make_unique<RingCentralSubject>(stage); }) {}
};

QTEST_GUILESS_MAIN(tst_RingCentralContract)
#include "tst_ringcentral_contract.moc"
