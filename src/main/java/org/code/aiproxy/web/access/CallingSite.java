package org.code.aiproxy.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/**
 * Which page a request comes from, as far as it tells. Browsers say it in <a
 * href="https://www.w3.org/TR/fetch-metadata/">Sec-Fetch-Site</a>, which pages can't change; older
 * ones, and all of them at addresses other than this machine's without TLS, in {@code Origin} or
 * {@code Referer}.
 */
enum CallingSite {
    /** No browser sent it. */
    NO_BROWSER,
    /** A page of this service's own address. */
    SAME_ORIGIN,
    /** A browser, and no page that it names: someone typed the address, or followed a link. */
    NO_PAGE,
    /** A page of another address, another port of this machine included. */
    OTHER;

    private static final String SEC_FETCH_SITE = "Sec-Fetch-Site";

    /** What the user agents of all browsers begin with. */
    private static final String BROWSER = "Mozilla/";

    static CallingSite of(HttpServletRequest request) {
        List<String> sites = all(request, SEC_FETCH_SITE);
        List<String> pages = all(request, HttpHeaders.ORIGIN);
        if (sites.isEmpty() && pages.isEmpty()) {
            pages = all(request, HttpHeaders.REFERER);
        }
        if (!pages.stream().allMatch(page -> isOfThisAddress(page, request))
                || !sites.stream().allMatch(it -> it.equals("same-origin") || it.equals("none"))) {
            return OTHER;
        }
        if (sites.contains("none")) {
            return NO_PAGE;
        }
        if (!sites.isEmpty() || !pages.isEmpty()) {
            return SAME_ORIGIN;
        }
        return isBrowser(request) ? NO_PAGE : NO_BROWSER;
    }

    private static List<String> all(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name));
    }

    private static boolean isBrowser(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT))
                .filter(agent -> agent.startsWith(BROWSER))
                .isPresent();
    }

    private static boolean isOfThisAddress(String page, HttpServletRequest request) {
        try {
            URI uri = URI.create(page);
            String host = String.valueOf(request.getHeader(HttpHeaders.HOST));
            return address(uri.getScheme() + "://" + uri.getRawAuthority())
                    .equals(address(request.getScheme() + "://" + host));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** In one spelling: browsers leave the scheme's own port out. */
    private static String address(String origin) {
        String lower = origin.toLowerCase(Locale.ROOT);
        return lower.startsWith("http:")
                ? lower.replaceFirst(":80$", "")
                : lower.replaceFirst(":443$", "");
    }
}
