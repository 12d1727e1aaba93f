package org.handrail.companion.pairing;

import java.net.URI;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** What is in the way, as a problem document (RFC 9457). */
final class Problems {

    private Problems() {}

    static ResponseEntity<Object> notSecure() {
        return answer(problem(
                HttpStatus.FORBIDDEN,
                "not-secure",
                "Only over TLS",
                "A secret is handed over here, so the request has to come by https."));
    }

    static ResponseEntity<Object> malformed(PairingRequest.Read.Malformed fault) {
        var problem =
                problem(HttpStatus.UNPROCESSABLE_CONTENT, "malformed", "The request could not be read", fault.detail());
        problem.setProperty("pointer", fault.pointer());
        return answer(problem);
    }

    /** One answer for every code that opens nothing, whatever the reason. */
    static ResponseEntity<Object> wrongCode() {
        return answer(problem(
                HttpStatus.NOT_FOUND,
                "wrong-code",
                "No watch is waited for under this code",
                "It may be mistyped, used, or older than ten minutes. The wearer's page shows a new one."));
    }

    static ResponseEntity<Object> tooManyAttempts(Duration retryAfter) {
        return answer(
                problem(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-many-attempts",
                        "Too many wrong codes",
                        "The code was not looked at. Try it again after the time given."),
                retryAfter);
    }

    static ResponseEntity<Object> notNow(Duration retryAfter) {
        return answer(
                problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "not-now",
                        "Pairing does not work at the moment",
                        "Nothing was paired. Try the same code again after the time given."),
                retryAfter);
    }

    private static ProblemDetail problem(HttpStatus status, String type, String title, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:handrail:problem:" + type));
        problem.setTitle(title);
        return problem;
    }

    private static ResponseEntity<Object> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ResponseEntity<Object> answer(ProblemDetail problem, Duration retryAfter) {
        long seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
