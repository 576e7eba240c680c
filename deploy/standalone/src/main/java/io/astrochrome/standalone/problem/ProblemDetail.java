package io.astrochrome.standalone.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** Reads why a service has refused a request: its errors are problems as RFC 9457 has them. */
public final class ProblemDetail {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ProblemDetail() {}

    /** The sentence for people; where something in between has answered, the status. */
    public static String of(int status, byte[] body) {
        String unsaid = "the server answers " + status + " without a reason";
        try {
            return JSON.readTree(body).path("detail").asText(unsaid);
        } catch (IOException e) {
            return unsaid;
        }
    }
}
