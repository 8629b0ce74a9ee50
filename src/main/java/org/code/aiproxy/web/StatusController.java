package org.code.aiproxy.web;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Routes that answer at once and cost nothing. */
@RestController
class StatusController {

    /** The load balancer's health check. */
    @GetMapping(path = "/", produces = MediaType.TEXT_PLAIN_VALUE)
    String home() {
        return "Success.";
    }

    @GetMapping("/test")
    Map<String, String> test() {
        return Map.of();
    }

    /** For callers to try their handling of this status with. */
    @GetMapping(path = "/test/429", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> tooManyRequests() {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).body("Too many requests");
    }
}
