#pragma once

#include "clock.h"

#include <cstdint>
#include <string>
#include <vector>

namespace callcard::demo {

/// Somebody of our small company who answers the phone.
struct Rep {
    std::string id{}; ///< "rep-1"; rep-1 is the demo's rep, whose account the environment signs in to.
    std::string firstName{};
    std::string lastName{};
    std::string email{};         ///< As Firestore's `users` and RingCentral write it: lower case.
    std::string justCallEmail{}; ///< As JustCall writes it: the same address, for some reps in another case.
    std::string role{};          ///< "sales", "manager", "admin"
    std::string title{};
    std::string team{};            ///< For the custom claim `team`.
    std::string zone{};            ///< IANA
    std::string extensionId{};     ///< RingCentral's internal id, "8100002004"
    std::string extensionNumber{}; ///< "101"
    std::string directNumber{};    ///< E.164 of the rep's own line.
    std::string deviceId{};        ///< RingCentral device.
    std::int64_t justCallAgentId = 0;
    std::string firebaseUid{};
    std::int64_t copperUserId = 0;
    std::string relayToken{}; ///< Bearer token for the relay's routes.
    bool available = true;
    std::string unavailabilityReason{};

    [[nodiscard]] std::string name() const { return firstName + " " + lastName; }
};

/// One of our own numbers.
struct Line {
    std::string id{};      ///< "line-1"
    std::string number{};  ///< E.164
    std::string name{};    ///< "Inside sales"
    std::string repId{};   ///< Whose direct line; empty for the main number and queues.
    std::string queueId{}; ///< The queue behind it; empty for direct lines.
    bool isMain = false;
    std::int64_t justCallId = 0;
};

struct Queue {
    std::string id{};              ///< "queue-1"
    std::string name{};            ///< "Sales"
    std::string extensionId{};     ///< RingCentral: "8100009004"
    std::string extensionNumber{}; ///< "300"
    std::string lineId{};
    std::vector<std::string> repIds{};
};

/// What a customer bought; money in dollars.
struct Sales {
    double total = 0;
    double thisYear = 0;
    double last12Months = 0;
    double last90Days = 0;
    double last30Days = 0;
    int orders = 0;
    int ordersThisYear = 0;
    int orders12Months = 0;
    int orders90Days = 0;
    int orders30Days = 0;
    std::string firstOrder{}; ///< "2024-05-17", empty: never ordered.
    std::string lastOrder{};
    double lastAmount = 0;
};

/// A customer's firm.
struct Company {
    std::string id{}; ///< "company-17"
    std::int64_t copperId = 0;
    std::string name{};
    std::string domain{};             ///< "riverside-gifts.example"
    std::string switchboard{};        ///< E.164, shared by its people with extensions; empty: none.
    std::string switchboardWritten{}; ///< As typed into the CRM.
    std::string street{};
    std::string city{};
    std::string state{};
    std::string postalCode{};
    std::string country = "US";
    std::string zone{};
    std::string ownerRepId{};
    std::string accountType{}; ///< "Retail", "Wholesale", "Distributor"
    std::string accountNumber{};
    bool isActive = false;
    Sales sales{};
    Instant createdAt{};
    Instant modifiedAt{};
};

/// A number as somebody typed it, and what it really is.
struct WrittenNumber {
    std::string written{}; ///< "(303) 555-0142 ext. 7", "ask Bob"
    std::string e164{};    ///< Empty: cannot be parsed.
    std::string extension{};
    std::string label{}; ///< "work", "mobile", "home", "other"
};

/// A person outside; a lead when not yet a customer.
struct Customer {
    std::string id{}; ///< "customer-42"
    std::int64_t copperId = 0;
    std::string firstName{};
    std::string lastName{};
    std::string title{};
    std::string companyId{}; ///< Empty for a private person.
    std::vector<WrittenNumber> numbers{};
    std::vector<std::string> emails{};
    std::string ownerRepId{}; ///< Empty: nobody's.
    std::string status{};     ///< "Active", "Prospect", "Inactive", "Lead"
    bool isLead = false;
    std::string note{}; ///< What was promised last time.
    Instant createdAt{};
    Instant modifiedAt{};
    bool isDeleted = false;

    [[nodiscard]] std::string name() const { return lastName.empty() ? firstName : firstName + " " + lastName; }
};

} // namespace callcard::demo
