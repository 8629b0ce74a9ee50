// OpenAI's client for Node.js, unmodified: it is given an address and a key, and nothing else.
// NodeClientTests.java runs this against the service, with providers that it plays.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import OpenAI from 'openai';

const client = key =>
  new OpenAI({baseURL: process.env.AIPROXY_URL + '/v1', apiKey: key, maxRetries: 0});
const ours = client('test-key');
const user = content => [{role: 'user', content}];
const schema = {
  type: 'object',
  properties: {city: {type: 'string'}},
  required: ['city'],
  additionalProperties: false
};
const weather = {type: 'function', function: {name: 'Weather', parameters: schema}};
const models = {
  'gpt-4.1-mini': 'OpenAI',
  'bedrock.us.anthropic.claude-sonnet-4-5-20250929-v1:0': 'Amazon Bedrock'
};

for (const [model, provider] of Object.entries(models)) {
  test(`${provider}: chats`, async () => {
    const completion = await ours.chat.completions.create({model, messages: user('Hi')});
    assert.equal(completion.choices[0].message.content, 'Grüße 😀');
    assert.equal(completion.choices[0].finish_reason, 'stop');
    assert.equal(completion.usage.total_tokens, 11);
  });

  test(`${provider}: streams`, async () => {
    const stream = await ours.chat.completions.create({
      model,
      messages: user('Hi'),
      stream: true,
      stream_options: {include_usage: true}
    });
    let text = '';
    let usage;
    for await (const chunk of stream) {
      text += chunk.choices[0]?.delta?.content ?? '';
      usage = chunk.usage ?? usage;
    }
    assert.equal(text, 'Grüße 😀');
    assert.ok(usage.total_tokens > 0);
  });

  test(`${provider}: sees a stream break`, async () => {
    const stream = await ours.chat.completions.create({
      model,
      messages: user('BREAK'),
      stream: true
    });
    await assert.rejects(async () => {
      for await (const chunk of stream) assert.ok(chunk.choices);
    }, new RegExp(`${provider} could not be reached`));
  });

  test(`${provider}: calls a tool`, async () => {
    const completion = await ours.chat.completions.create({
      model,
      messages: user('Hi'),
      tools: [weather]
    });
    assert.equal(completion.choices[0].finish_reason, 'tool_calls');
    const call = completion.choices[0].message.tool_calls[0];
    assert.equal(call.function.name, 'Weather');
    assert.deepEqual(JSON.parse(call.function.arguments), {city: 'Ulm'});
  });

  test(`${provider}: calls a tool in a stream`, async () => {
    const stream = ours.chat.completions.stream({model, messages: user('Hi'), tools: [weather]});
    const completion = await stream.finalChatCompletion();
    const call = completion.choices[0].message.tool_calls[0];
    assert.match(call.id, /_played$/);
    assert.deepEqual(JSON.parse(call.function.arguments), {city: 'Ulm'});
  });

  test(`${provider}: gives structured output`, async () => {
    const completion = await ours.chat.completions.parse({
      model,
      messages: user('Hi'),
      response_format: {type: 'json_schema', json_schema: {name: 'place', strict: true, schema}}
    });
    assert.deepEqual(completion.choices[0].message.parsed, {city: 'Ulm'});
  });

  test(`${provider}: tells of a limited rate`, async () => {
    await assert.rejects(
      ours.chat.completions.create({model, messages: user('LIMIT')}),
      error => error instanceof OpenAI.RateLimitError && error.headers.get('retry-after') === '60'
    );
  });
}

test('tells of a wrong key', async () => {
  await assert.rejects(
    client('wrong').chat.completions.create({model: 'gpt-4.1-mini', messages: user('Hi')}),
    error => error instanceof OpenAI.AuthenticationError && error.code === 'invalid_api_key'
  );
});

test('tells of an unknown model', async () => {
  await assert.rejects(
    ours.chat.completions.create({model: 'unheard-of', messages: user('Hi')}),
    error => error instanceof OpenAI.NotFoundError && error.code === 'model_not_found'
  );
});

test('tells of a field that Bedrock has nothing for', async () => {
  await assert.rejects(
    ours.chat.completions.create({model: Object.keys(models)[1], messages: user('Hi'), seed: 1}),
    error => error instanceof OpenAI.BadRequestError && error.param === 'seed'
  );
});

test('lists models', async () => {
  const names = [];
  for await (const model of ours.models.list()) names.push(model.id);
  for (const model of Object.keys(models)) {
    assert.ok(names.includes(model), model);
    assert.equal((await ours.models.retrieve(model)).id, model);
  }
});
