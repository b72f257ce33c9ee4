target_sources(callcard_demo_cloud PRIVATE
    ringcentral/api.cpp ringcentral/api.h
    ringcentral/apicall.cpp
    ringcentral/apierror.cpp ringcentral/apierror.h
    ringcentral/calllog.cpp ringcentral/calllog.h
    ringcentral/callrecord.cpp ringcentral/callrecord.h
    ringcentral/calls.cpp ringcentral/calls.h
    ringcentral/clientcheck.cpp ringcentral/clientcheck.h
    ringcentral/company.cpp ringcentral/company.h
    ringcentral/contacts.cpp ringcentral/contacts.h
    ringcentral/context.cpp ringcentral/context.h
    ringcentral/controlverbs.cpp
    ringcentral/crypto.cpp ringcentral/crypto.h
    ringcentral/filters.cpp ringcentral/filters.h
    ringcentral/gateway.cpp ringcentral/gateway.h
    ringcentral/gatewayframes.cpp
    ringcentral/httpreply.cpp
    ringcentral/link.cpp ringcentral/link.h
    ringcentral/loginpage.cpp ringcentral/loginpage.h
    ringcentral/messagejson.cpp ringcentral/messagejson.h
    ringcentral/messages.cpp ringcentral/messages.h
    ringcentral/multipart.cpp ringcentral/multipart.h
    ringcentral/numberparser.cpp ringcentral/numberparser.h
    ringcentral/oauth.cpp ringcentral/oauth.h
    ringcentral/presence.cpp ringcentral/presence.h
    ringcentral/ratelimits.cpp ringcentral/ratelimits.h
    ringcentral/recordings.cpp
    ringcentral/ringcentralservice.cpp ringcentral/ringcentralservice.h
    ringcentral/ringout.cpp ringcentral/ringout.h
    ringcentral/settings.cpp ringcentral/settings.h
    ringcentral/story.cpp ringcentral/story.h
    ringcentral/subscriptions.cpp ringcentral/subscriptions.h
    ringcentral/synctoken.cpp ringcentral/synctoken.h
    ringcentral/telephony.cpp ringcentral/telephony.h
    ringcentral/telephonyjson.cpp ringcentral/telephonyjson.h
    ringcentral/tokens.cpp ringcentral/tokens.h
    ringcentral/wiretime.cpp ringcentral/wiretime.h
    ringcentral/wsc.cpp ringcentral/wsc.h)
