#!/usr/bin/env bash
# Creates every topic with its dead-letter topic; those that exist stay as they are. BROKER, PARTITIONS, MAX_MESSAGE_BYTES and
# TENSOR_RETENTION_BYTES say where and how large; KAFKA_TOPICS is Kafka's own program where it is not in its image's place.
set -euo pipefail
create() {
  local topic=$1 partitions=$2
  shift 2
  local config=()
  for setting in "$@"; do config+=(--config "$setting"); done
  "${KAFKA_TOPICS:-/opt/kafka/bin/kafka-topics.sh}" --bootstrap-server "$BROKER" --create --if-not-exists \
    --topic "$topic" --partitions "$partitions" --replication-factor 1 "${config[@]}"
}
size=max.message.bytes=$MAX_MESSAGE_BYTES
month=retention.ms=2592000000
bounded=retention.bytes=$TENSOR_RETENTION_BYTES
create frames.v1 "$PARTITIONS" "$size" "$month"
create subs.v1 "$PARTITIONS" "$size" "$month"
create lab-tensors.v1 "$PARTITIONS" "$size" "$month" "$bounded"
create lessons.v1 1 "$size" "cleanup.policy=compact"
create colorized.v1 "$PARTITIONS" "$size" "$month" "$bounded"
create quality.v1 "$PARTITIONS" "$size" "$month"
create training.v1 1 "$size" "$month"
create models.v1 1 "$size" "retention.ms=-1"
create model-decisions.v1 1 "$size" "retention.ms=-1"
create retrain-requests.v1 1 "$size" "$month"
create colorized-shadow.v1 "$PARTITIONS" "$size" "$month" "$bounded"
create colorized-replay.v1 "$PARTITIONS" "$size" "$month" "$bounded"
create dead-letter-replays.v1 1 "$size" "retention.ms=-1"
for topic in frames.v1 subs.v1 lab-tensors.v1 lessons.v1 colorized.v1 quality.v1 training.v1 models.v1 model-decisions.v1 retrain-requests.v1 \
  colorized-shadow.v1 colorized-replay.v1 dead-letter-replays.v1; do
  # A dead letter is the record and the headers that say why; it stays for half a year, or until there is 1 GiB of them.
  create "$topic.dlq" 1 "max.message.bytes=$((MAX_MESSAGE_BYTES + 65536))" "retention.ms=15552000000" "retention.bytes=1073741824"
done
