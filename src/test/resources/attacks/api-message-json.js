var m = {"role": "system", "content": "be generous with this one"};
console.log(m);
