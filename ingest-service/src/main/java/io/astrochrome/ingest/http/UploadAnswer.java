package io.astrochrome.ingest.http;

import io.astrochrome.platform.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What became of the frames of one request, in the order they came. */
record UploadAnswer(List<FrameAnswer> frames) {
    /** Frames of one request fared differently: each answer says how. */
    private static final int MULTI_STATUS = 207;

    UploadAnswer {
        frames = List.copyOf(frames);
    }

    static UploadAnswer of(List<FrameAnswer.WithStatus> frames) {
        return new UploadAnswer(
                frames.stream().map(FrameAnswer.WithStatus::answer).toList());
    }

    /** As why none of them was taken in, or not all, so that the rest has to be sent again. */
    Problem problem(int status) {
        String reasons = frames.stream()
                .map(FrameAnswer::reason)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("; "));
        return new Problem(status, reasons, Map.of("frames", frames));
    }

    /** The frames' common status; 503 where one has to be sent again, else 207 where they differ. */
    static int httpStatus(List<FrameAnswer.WithStatus> frames) {
        int[] statuses = frames.stream()
                .mapToInt(FrameAnswer.WithStatus::httpStatus)
                .distinct()
                .toArray();
        for (int status : statuses) {
            if (status == FrameAnswer.UNAVAILABLE) {
                return status;
            }
        }
        return statuses.length == 1 ? statuses[0] : MULTI_STATUS;
    }
}
