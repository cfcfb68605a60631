//! Clients that keep their connection and say yes, one after the other.

use std::{
    net::SocketAddr,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    task::JoinSet,
};

use crate::offers::Offered;

pub async fn say_yes(address: SocketAddr, offers: Vec<Offered>, clients: usize) -> Duration {
    let left = Arc::new(Mutex::new(offers));
    let mut tasks = JoinSet::new();
    let mut connections = Vec::new();
    for _ in 0..clients {
        let stream = TcpStream::connect(address).await.expect("it connects");
        stream.set_nodelay(true).expect("it is set");
        connections.push(stream);
    }
    let started = Instant::now();
    for mut stream in connections {
        let left = left.clone();
        tasks.spawn(async move {
            loop {
                let next = left.lock().expect("nobody panicked").pop();
                let Some(offer) = next else { break };
                answer(&mut stream, &offer.path).await;
            }
        });
    }
    while let Some(done) = tasks.join_next().await {
        done.expect("every yes is taken");
    }
    started.elapsed()
}

async fn answer(stream: &mut TcpStream, path: &str) {
    let body = "answer=yes";
    let request = format!(
        "POST {path} HTTP/1.1\r\nHost: pool.example\r\nSec-Fetch-Site: same-origin\r\nAccept-Language: de\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(request.as_bytes()).await.expect("it is sent");
    let mut answer = Vec::with_capacity(1024);
    let mut buffer = [0; 4096];
    loop {
        let read = stream.read(&mut buffer).await.expect("it answers");
        assert!(read > 0, "the service hung up: {}", String::from_utf8_lossy(&answer));
        answer.extend_from_slice(&buffer[..read]);
        if answer.windows(4).any(|end| end == b"\r\n\r\n") {
            break;
        }
    }
    // A redirect without a body: the yes stands.
    assert!(
        answer.starts_with(b"HTTP/1.1 303"),
        "{}",
        String::from_utf8_lossy(&answer)
    );
}
