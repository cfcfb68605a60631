"""A mail server that knows nothing of the program under test: STARTTLS and AUTH are required.

    server.py PORT CERTIFICATE KEY FOLDER USER PASSWORD

Every mail becomes a file in FOLDER, with its envelope in front of its own header.
"""

import itertools
import os
import signal
import ssl
import sys

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword


class Folder:
    def __init__(self, folder):
        self.folder = folder
        self.numbers = itertools.count(1)

    async def handle_DATA(self, server, session, envelope):
        if session.ssl is None or not session.authenticated:
            return "530 5.7.0 STARTTLS and AUTH first"
        lines = [f"X-Envelope-From: {envelope.mail_from}", f"X-Envelope-To: {', '.join(envelope.rcpt_tos)}"]
        lines += [f"X-Tls: {session.ssl['cipher'][1]}", f"X-Signed-In-As: {session.auth_data}", ""]
        name = os.path.join(self.folder, f"{next(self.numbers):06}.eml")
        with open(name + ".part", "wb") as file:
            file.write("\r\n".join(lines).encode() + envelope.original_content)
        os.rename(name + ".part", name)
        print(name, envelope.rcpt_tos, flush=True)
        return "250 2.0.0 kept"


def main(port, certificate, key, folder, user, password):
    def authenticator(server, session, envelope, mechanism, data):
        right = isinstance(data, LoginPassword) and (data.login, data.password) == (user.encode(), password.encode())
        return AuthResult(success=right, handled=False, auth_data=user)

    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate, key)
    controller = Controller(
        Folder(folder),
        hostname="127.0.0.1",
        port=int(port),
        server_hostname="localhost",
        tls_context=tls,
        require_starttls=True,
        auth_required=True,
        auth_require_tls=True,
        authenticator=authenticator,
    )
    controller.start()
    print(f"listening on {port}", flush=True)
    signal.sigwait({signal.SIGTERM, signal.SIGINT})
    controller.stop()


if __name__ == "__main__":
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM, signal.SIGINT})
    main(*sys.argv[1:])
