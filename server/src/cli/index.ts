console.log('api-error-codes');
