<?php
// The peer of filing: what a careful person writes in an afternoon. One row for each request, on
// disk before the answer. No receipt that proves itself, nothing sealed, no rule of a form.
$database = new PDO('sqlite:' . $_SERVER['DATABASE'], null, null, [PDO::ATTR_PERSISTENT => true]);
$database->exec('PRAGMA busy_timeout = 10000; PRAGMA synchronous = FULL');
$insert = $database->prepare(
    'INSERT INTO objection (form_id, notice, candidate, grounds, statement, identity, name, contact, received_at)'
    . ' VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
$fields = ['form_id', 'notice', 'candidate', 'grounds', 'statement', 'identity', 'name', 'contact'];
$insert->execute([...array_map(fn ($field) => $_POST[$field] ?? '', $fields), time()]);
http_response_code(201);
header('Content-Type: application/json');
echo json_encode(['receipt' => ['number' => $database->lastInsertId()]]), "\n";
