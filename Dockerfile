# Builds the jar, takes it apart so that dependencies are cached apart from code, and runs it.
FROM eclipse-temurin:25-jdk AS build
RUN apt-get update -q \
    && apt-get install -y -q --no-install-recommends maven \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /build
COPY pom.xml ./
RUN mvn --batch-mode --quiet dependency:go-offline
COPY src ./src
RUN mvn --batch-mode --quiet -DskipTests package \
    && java -Djarmode=tools -jar target/aiproxy.jar extract --layers --destination extracted

FROM eclipse-temurin:25-jre
RUN useradd --system --no-create-home --shell /usr/sbin/nologin aiproxy
WORKDIR /app
COPY --from=build /build/extracted/dependencies/ ./
COPY --from=build /build/extracted/application/ ./
USER aiproxy
ENV PORT=80
EXPOSE 80
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD curl --fail --silent --show-error "http://localhost:${PORT}/" || exit 1
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+UseCompactObjectHeaders", "-XX:+ExitOnOutOfMemoryError", "-jar", "/app/aiproxy.jar"]
CMD ["serve"]
