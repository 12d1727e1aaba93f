package org.handrail.companion.datapoint;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Problem documents (RFC 9457) of the data points' door. None of them quotes what was sent or says whose device it is. */
final class Problem {

    private Problem() {}

    static ResponseEntity<Object> notJson() {
        return answer(of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send application/json, without a content encoding."));
    }

    static ResponseEntity<Object> tooLarge(int most) {
        return answer(of(HttpStatus.CONTENT_TOO_LARGE, "A request has at most " + most + " bytes."));
    }

    static ResponseEntity<Object> refused(List<RefusedPoint> errors) {
        var problem = of(HttpStatus.UNPROCESSABLE_CONTENT, "Nothing was stored; each error points at its field.");
        problem.setProperty("errors", errors);
        return answer(problem);
    }

    static ResponseEntity<Object> notNow(String retryAfterSeconds) {
        var problem =
                of(HttpStatus.SERVICE_UNAVAILABLE, "Not confirmed as stored. Send the same again; twice is once.");
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.RETRY_AFTER, retryAfterSeconds)
                .body(problem);
    }

    private static ProblemDetail of(HttpStatus status, String detail) {
        return ProblemDetail.forStatusAndDetail(status, detail);
    }

    private static ResponseEntity<Object> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }
}
