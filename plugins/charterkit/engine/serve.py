"""The web server of the preview: this machine only, pages made on request, reloaded when something is saved."""

from __future__ import annotations

from collections.abc import Iterable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from charterkit.engine.preview import Answer, Preview

# What an editor does to a file it saves; opening and closing it is no change.
_CHANGES = frozenset({"created", "deleted", "modified", "moved"})
_POLICY = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"


class _Watcher(FileSystemEventHandler):
    def __init__(self, preview: Preview) -> None:
        self.preview = preview

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Look again after a change."""
        if event.event_type in _CHANGES:
            self.preview.touch()


class PreviewServer(ThreadingHTTPServer):
    """Answers from a preview. Bound to this machine: drafts are not for others to read."""

    daemon_threads = True

    def __init__(self, preview: Preview, port: int) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.preview = preview
        self.watcher = Observer()

    @property
    def address(self) -> str:
        """What to type into the browser."""
        return f"http://127.0.0.1:{self.server_address[1]}/"

    def watch(self, folders: Iterable[Path]) -> None:
        """Look at these folders for saved files."""
        for folder in folders:
            self.watcher.schedule(_Watcher(self.preview), str(folder), recursive=True)
        self.watcher.start()

    def close(self) -> None:
        """Stop watching and answering."""
        if self.watcher.is_alive():
            self.watcher.stop()
            self.watcher.join()
        self.server_close()


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer

    def do_GET(self) -> None:
        """Answer with the page or file at the address."""
        self._send(self.server.preview.answer(self.path), with_body=True)

    def do_HEAD(self) -> None:
        """Answer as to a GET, without the body."""
        self._send(self.server.preview.answer(self.path), with_body=False)

    def _send(self, answer: Answer, with_body: bool) -> None:
        self.send_response(answer.code)
        self.send_header("Content-Type", answer.type)
        self.send_header("Content-Length", str(len(answer.body)))
        self.send_header("Content-Security-Policy", _POLICY)
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if with_body:
            self.wfile.write(answer.body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: who previews has no use for a log of requests."""
