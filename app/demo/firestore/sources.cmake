target_sources(callcard_demo_cloud PRIVATE
    firestore/companyseeds.cpp
    firestore/directoryseeds.cpp
    firestore/firebaseauthservice.cpp firestore/firebaseauthservice.h
    firestore/firestoreservice.cpp firestore/firestoreservice.h
    firestore/metricseeds.cpp firestore/seeds.h)
target_link_libraries(callcard_demo_cloud PRIVATE callcard_demo_firestore)
