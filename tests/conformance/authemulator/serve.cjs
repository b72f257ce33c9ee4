// Google's Auth emulator alone, on a free port, until standard input closes; its address is one line of JSON as callcard-demo's.
// The command line of firebase-tools would start it too, but asks the vendor's servers for news first. The emulator asks nobody.
'use strict';
const { createApp } = require('firebase-tools/lib/emulator/auth/server');

const project = 'demo-callcard';
createApp(project).then((app) => {
    const server = app.listen(0, '127.0.0.1', () => {
        const env = { FIREBASE_AUTH_EMULATOR_HOST: `127.0.0.1:${server.address().port}`, FIREBASE_PROJECT_ID: project, FIREBASE_API_KEY: 'any' };
        console.log(JSON.stringify({ env }));
    });
});
process.stdin.resume().once('end', () => process.exit(0));
