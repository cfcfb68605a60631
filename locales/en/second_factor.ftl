# The second step of signing in: for coordinators only
second-factor-title = Second step
second-factor-lead = You work with the data of many people. So you need one more code.
second-factor-code = Code from the app
second-factor-code-hint = Open your authenticator app. The code has 6 digits. It changes every 30 seconds.
second-factor-used = This code has been used already. Please wait for the next one.
second-factor-no-phone-title = No phone at hand?
second-factor-no-phone-text = Then use one of your recovery codes. Each recovery code works only once.
second-factor-recovery = Recovery code
second-factor-recovery-hint = It has 16 characters. Capital and small letters are the same.
second-factor-recovery-send = Sign in with a recovery code
second-factor-recovery-incomplete = A recovery code has 16 characters. Please check what you entered.
second-factor-no-codes = No codes left? Ask somebody else in the team. They can reset your authenticator app.
second-factor-locked-title = Those were many wrong codes
second-factor-locked-text = Please wait { $minutes } minutes. Then try again.
second-factor-locked-again = Try again

second-factor-start-title = Your authenticator app
second-factor-start-lead = You work with the data of many people. A mail alone does not protect these data well enough.
second-factor-start-app = You need an app that makes codes for signing in. There are free ones for every phone. Many password managers can do it, too.
second-factor-start-later = Setting it up takes about two minutes. After that you type a code from the app each time you sign in.
second-factor-start-button = Set up the app

second-factor-setup-title = Set up the app
second-factor-setup-scan = 1. Scan the picture with the app
second-factor-setup-scan-text = Add a new account in the app. Then scan this picture.
second-factor-setup-qr = QR code for your authenticator app. The same key stands below as text.
second-factor-setup-type = Does that not work? Then type this key into the app:
second-factor-setup-code = 2. Enter the code from the app

second-factor-codes-title = Your recovery codes
second-factor-codes-lead = Your authenticator app is set up.
second-factor-codes-text = With these codes you get in without your phone. Each code works once. Print this page, or write the codes down.
second-factor-codes-once = We show the codes only this one time.
second-factor-codes-done = I have the codes, continue

mail-recovery-code-used-subject = Somebody used one of your recovery codes
mail-recovery-code-used-title = Recovery code used
mail-recovery-code-used-lead = on { $moment } somebody signed in with one of your recovery codes.
mail-recovery-code-used-left = { $left ->
    [0] You have no recovery code left.
    [one] You have one recovery code left.
   *[other] You have { $left } recovery codes left.
}
mail-second-factor-not-you = Was it not you? Then please call us at once.
mail-second-factor-reset-subject = Your authenticator app was reset
mail-second-factor-reset-title = Authenticator app reset
mail-second-factor-reset-lead = your authenticator app and your recovery codes are no longer valid. You set up the app again when you sign in next.
mail-second-factor-reset-button = Sign in
mail-second-factor-reset-not-you = Did you not ask for this? Then please call us at once.

mail-coordinator-invited-subject = Welcome to the team of the language pool
mail-coordinator-invited-title = Welcome to the team
mail-coordinator-invited-lead = you are now one of the coordinators of { $pool }.
mail-coordinator-invited-address = Sign in with this address: { $address }. You need no password.
mail-coordinator-invited-app = The first time, you set up an authenticator app on your phone. We guide you through it.
mail-coordinator-invited-button = Sign in
